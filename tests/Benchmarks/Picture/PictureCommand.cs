using System.CommandLine;
using System.Text;

namespace CnnGen.Benchmarks.Picture;

/// <summary><c>picture</c>: trains the README's network and draws how it learns, as an SVG that moves.</summary>
internal static class PictureCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "the file that is written", DefaultValueFactory = static _ => ".github/training.svg" };
        var command = new Command("picture", "Trains the README's network on the shipped digits and writes the moving picture of it.") { output };
        command.SetAction(parsed => Run(parsed.GetValue(output)!));
        return command;
    }

    private static void Run(string path)
    {
        Mnist digits = Mnist.Load(Path.Combine(AppContext.BaseDirectory, "Digits"));
        using var network = new DigitReader();
        var recorder = new Recorder(network, digits.Test);
        network.Fit(digits.Train, new TrainingOptions { Callbacks = [recorder] });
        string picture = new TrainingPicture(recorder.Recording).ToString();
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(picture)));
        Console.WriteLine($"{path}: {Encoding.UTF8.GetByteCount(picture)} bytes, {recorder.Recording.Frames.Count} moments, {recorder.Recording.Last.Accuracy:P2}");
    }
}
