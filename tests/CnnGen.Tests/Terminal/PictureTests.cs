using CnnGen.Terminal.Live;
using Spectre.Console;

namespace CnnGen.Tests.Terminal;

public sealed class PictureTests
{
    [Fact]
    public void Everything_is_shown_where_there_is_room()
    {
        string[] lines = Draw(100, 30, At(12, 5));

        lines[0].ShouldBe("softmax_regression   epoch 3/4   step 2/5   0:08 elapsed");
        lines[1].ShouldMatch("^epoch █+░+   40 %$");
        lines[2].ShouldMatch("^all   █+░+   60 %$");
        lines[3].ShouldBe("loss 0.2404   accuracy 0.7188   mean_absolute_error 0.0109");
        lines[4].ShouldBe("val_loss 1.0000   val_accuracy 0.7500   val_mean_absolute_error 0.0500   (epoch 2)");
        lines[5].ShouldBe("- images/s   learning rate 0.0416667   best epoch 2 (val_accuracy 0.7500)");
        lines[6].ShouldMatch("^ +loss +accuracy$");
        lines.Count(line => line.Contains('│')).ShouldBe(13);
        lines[^2].ShouldBe("         ⠒⠒ training   o validation");
        lines[^1].ShouldBe("keys");
    }

    /// <summary>From one character on, whatever is left out.</summary>
    [Fact]
    public void It_fits_into_terminals_of_any_size()
    {
        TrainingRun run = At(12, 5);
        for (int width = 1; width <= 130; width += width < 20 ? 1 : 7)
        {
            for (int height = 1; height <= 40; height++)
            {
                string[] lines = Draw(width, height, run);

                lines.Length.ShouldBeLessThanOrEqualTo(Math.Max(height - 1, 1));
                lines.ShouldAllBe(line => line.Length <= Math.Max(width - 1, 1), $"{width}×{height}");
            }
        }
    }

    [Fact]
    public void A_small_terminal_has_a_curve_speed_and_keys()
    {
        string[] lines = Draw(40, 10, At(12, 5));

        lines.Length.ShouldBe(9);
        lines[0].ShouldStartWith("softmax_regression   epoch 3/4");
        lines[1].ShouldStartWith("all   █");
        lines[2].ShouldBe("loss 0.2404   accuracy 0.7188");
        lines.Count(line => line.Contains('│')).ShouldBe(3);
        lines[^1].ShouldBe("keys");
    }

    [Fact]
    public void Without_Unicode_there_are_ASCII_s_characters_only()
    {
        string text = string.Join('\n', Draw(100, 30, At(12, 5), unicode: false));

        text.ShouldAllBe(character => character == '\n' || (character >= ' ' && character <= '~'));
        text.ShouldMatch("epoch #+\\.+");
        text.ShouldContain("o validation");
    }

    [Fact]
    public void Right_after_a_resume_the_curves_of_the_epochs_before_are_there()
    {
        string[] lines = [];
        new DrivenTraining(4, 5).Resume(new AtStart(run => lines = Draw(100, 30, run)), 10, null);

        lines[0].ShouldBe("softmax_regression   epoch 3/4   step 0/5   0:08 elapsed");
        lines[2].ShouldMatch("^all   █+░+   50 %$");
        lines[3].ShouldBe("loss -");
        lines[4].ShouldEndWith("(epoch 2)");
        lines.Where(line => line.Contains('│')).ShouldContain(line => line.Any(character => character > '⠀' && character <= '⣿'));
        lines.Where(line => line.Contains('│')).Sum(line => line.Count(character => character == 'o')).ShouldBe(4);
    }

    [Fact]
    public void A_falling_line_falls_and_has_no_gaps()
    {
        var plot = new Plot("loss", [new(0, 10), new(1, 0)], []);

        string[] rows = Chart(plot, 1, 20, 6);

        rows[0].ShouldBe("         loss");
        rows[1].ShouldStartWith("      10|.");
        rows[5].ShouldStartWith("       0|");
        rows[5].ShouldEndWith(".");
        for (int column = 9; column < 20; column++)
        {
            rows[1..].ShouldContain(row => row.Length > column && row[column] == '.');
        }
    }

    [Fact]
    public void A_loss_of_a_wide_range_is_drawn_by_its_logarithm()
    {
        Chart(new Plot("loss", [new(0, 1), new(1, 0.001)], [], MayBeLogarithmic: true), 1, 20, 6)[0].ShouldBe("         loss (log)");
        Chart(new Plot("loss", [new(0, 1), new(1, 0)], [], MayBeLogarithmic: true), 1, 20, 6)[0].ShouldBe("         loss");
        string[] rows = Chart(new Plot("loss", [], [new(0, 1), new(1, 0.1), new(2, 0.01)], MayBeLogarithmic: true), 2, 20, 6);
        rows[1..].Count(row => row.Contains('o')).ShouldBe(3);
        rows[3].ShouldContain('o');
    }

    [Fact]
    public void What_is_no_number_is_left_out()
    {
        string[] rows = Chart(new Plot("loss", [new(0, double.NaN), new(1, 2), new(2, double.PositiveInfinity)], [new(1, double.NaN)]), 2, 20, 4);

        string.Concat(rows).Count(character => character == '.').ShouldBeGreaterThan(0);
        rows[1].ShouldStartWith("     2.5|");
    }

    [Fact]
    public void A_curve_of_many_steps_has_few_points_and_the_same_mean()
    {
        var curve = new Curve();
        for (int step = 1; step <= 8192; step++)
        {
            curve.AddStep(step / 8192.0, step * 4.0, 4);
        }

        curve.Points.Length.ShouldBeInRange(64, 256);
        curve.Points.Average(point => point.Y).ShouldBe(4096.5, 1e-9);
        curve.Points[^1].X.ShouldBe(1);
        curve.Points.Select(point => point.X).ShouldBeInOrder();
    }

    private static TrainingRun At(int done, int steps)
    {
        var training = new DrivenTraining(4, steps);
        training.Until(new Recorder(), done);
        return training.Last;
    }

    private static string[] Draw(int width, int height, TrainingRun run, bool unicode = true)
    {
        var screen = new Screen(width, height, ansi: false, unicode);
        screen.Write(new Picture { Moment = new Observer(run).Look(run), Elapsed = TimeSpan.FromSeconds(5), Keys = "keys" });
        return Lines(screen);
    }

    private static string[] Chart(Plot plot, int epochs, int width, int height)
    {
        var screen = new Screen(width + 5, height + 5, ansi: false);
        foreach (var line in CnnGen.Terminal.Live.Chart.Draw(plot, epochs, width, height, isUnicode: false))
        {
            screen.Profile.Out.Writer.WriteLine(string.Concat(line.Select(segment => segment.Text)));
        }

        return Lines(screen)[..height];
    }

    private static string[] Lines(Screen screen) => [.. screen.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];

    private sealed class AtStart(Action<TrainingRun> look) : TrainingCallback
    {
        public override void OnTrainingStart(TrainingRun run) => look(run);
    }
}
