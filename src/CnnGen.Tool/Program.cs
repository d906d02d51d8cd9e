using CnnGen.Tool;

return CommandLine.Run(args);
