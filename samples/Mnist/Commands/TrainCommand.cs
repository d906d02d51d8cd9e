using System.CommandLine;
using CnnGen.Samples.Mnist.Reports;
using CnnGen.Samples.Mnist.Training;
using CnnGen.Terminal;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>train MODEL</c>: trains one model and measures it on the test digits.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var model = Words.Model();
        var epochs = Words.Epochs();
        var batchSize = Words.Count("--batch-size", "Digits in one step.");
        var learningRate = Words.PositiveNumber("--learning-rate", "The optimizer's step size.");
        var seed = Words.Count("--seed", "Fixes start weights and order, so that a run can be repeated.", least: 0);
        var data = Words.Data();
        var limit = Words.Limit();
        var folder = new Option<string?>("--out") { Description = "Folder for weights, checkpoints, logs, summary, learning curves and report.", HelpName = "DIR", Validators = { Words.NotEmpty } };
        var resume = new Option<bool>("--resume") { Description = "Goes on from the checkpoint in --out." };
        var better = new BetterTrainingOptions();
        var quiet = Words.Quiet();
        var json = Words.Json();
        var command = new Command("train", "Trains one model.") { model, epochs, batchSize, learningRate, seed, data, limit, folder, resume, quiet, json };
        better.AddTo(command);
        command.Validators.Add(result => Words.NotBoth(result, quiet, json));
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && result.GetValue(folder) is null)
            {
                result.AddError("--resume needs --out DIR, the folder with the checkpoint");
            }
        });
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(
                better.Apply(parsed, new TrainingRequest
                {
                    Model = parsed.GetRequiredValue(model),
                    Digits = Digits.Load(parsed.GetValue(data), parsed.GetValue(limit)),
                    Epochs = parsed.GetValue(epochs),
                    BatchSize = parsed.GetValue(batchSize),
                    LearningRate = parsed.GetValue(learningRate),
                    Seed = parsed.GetValue(seed),
                    Out = parsed.GetValue(folder),
                    Resume = parsed.GetValue(resume),
                    View = Words.View(parsed.GetValue(quiet), parsed.GetValue(json)),
                }),
                cancellation),
            CancellationToken.None));
        return command;
    }

    private static int Run(TrainingRequest request, CancellationToken cancellation)
    {
        var isTalkative = request.View is ViewMode.Auto;
        if (isTalkative)
        {
            Console.WriteLine($"model: {request.Model.Name}, {request.Model.Idea}");
            Console.WriteLine($"data: {request.Digits.Description}");
        }

        var report = new RunReport(request.Digits, request.Seed);
        var (history, test) = Trainer.Train(request.Out is null ? request : report.Following(request), cancellation);
        if (request.Out is not null)
        {
            report.Write(Path.Combine(request.Out, RunReport.FileName));
        }

        if (isTalkative && request.Out is not null)
        {
            Console.WriteLine($"written to {request.Out}: {OutputFolder.Content}, {RunReport.FileName}");
        }

        Console.WriteLine(request.View is ViewMode.Json ? ResultJson.Line(request.Model.Name, history, test) : Numbers.TestAccuracy(test));
        return ExitCode.Success;
    }
}
