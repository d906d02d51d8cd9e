using CnnGen.Samples.Mnist;

return await CommandLine.RunAsync(args);
