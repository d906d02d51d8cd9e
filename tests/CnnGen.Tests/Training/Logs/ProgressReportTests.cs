namespace CnnGen.Tests;

public sealed class ProgressReportTests
{
    [Fact]
    public void Every_step_is_reported_if_asked_for()
    {
        var reports = new Reports();

        new DrivenTraining(2, 3) { Loss = step => step }.Whole(new ProgressReport(reports) { Interval = TimeSpan.Zero });

        reports.All.Select(report => (report.Epoch, report.Step, report.StepsDone, report.Result is not null)).ShouldBe(
        [
            (1, 1, 1L, false), (1, 2, 2, false), (1, 3, 3, false), (1, 3, 3, true),
            (2, 1, 4, false), (2, 2, 5, false), (2, 3, 6, false), (2, 3, 6, true),
        ]);
        reports.All[5].Loss.ShouldBe(4.5);
        reports.All[5].Measures["accuracy"].ShouldBe(4.5 / 16);
        reports.All.ShouldAllBe(report => report.Epochs == 2 && report.Steps == 3 && report.StepsInAll == 6);
        reports.All[^1].Result!.ValidationAccuracy.ShouldBe(0.75);
        reports.All[^1].TimeLeft.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Within_an_epoch_there_is_one_report_in_an_interval()
    {
        var time = new FixedTime();
        var reports = new Reports();

        new DrivenTraining(2, 5) { BeforeStep = () => time.Now = time.Now.AddSeconds(0.4) }
            .Whole(new ProgressReport(reports) { Interval = TimeSpan.FromSeconds(1), Time = time });

        reports.All.Where(report => report.Result is null).Select(report => report.StepsDone).ShouldBe([1, 4, 7, 10]);
        reports.All.Count(report => report.Result is not null).ShouldBe(2);
    }

    [Fact]
    public void Pace_and_time_left_are_of_this_process_after_a_resume()
    {
        var time = new FixedTime();
        var reports = new Reports();
        var training = new DrivenTraining(4, 5) { BeforeStep = () => time.Now = time.Now.AddSeconds(2) };

        training.Resume(new ProgressReport(reports) { Interval = TimeSpan.Zero, Time = time }, 7, null);

        // Of the first step nothing is known; of the next one, that a step of eight images takes two seconds.
        reports.All[0].StepsDone.ShouldBe(8);
        reports.All[1].StepsDone.ShouldBe(9);
        reports.All[1].ImagesPerSecond.ShouldBe(4, 1e-9);
        reports.All[1].TimeLeft.TotalSeconds.ShouldBe(22, 1e-9);
        reports.All.First(report => report.StepsDone == 17).TimeLeft.TotalSeconds.ShouldBe(6, 1e-9);
    }

    private sealed class Reports : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> All { get; } = [];

        public void Report(TrainingProgress value) => All.Add(value);
    }
}
