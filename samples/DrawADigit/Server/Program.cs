using CnnGen.Samples.DrawADigit.Server;

return await CommandLine.RunAsync(args);
