using CnnGen.ManagedTorch.Kernels;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

using Random = System.Random;

public sealed unsafe class WorkTeamTests
{
    private readonly struct Count(int* counts) : IWork
    {
        public void Run(int part) => Interlocked.Increment(ref counts[part]);
    }

    private readonly struct Fail(int from) : IWork
    {
        public void Run(int part)
        {
            if (part >= from)
            {
                throw new InvalidOperationException($"part {part}");
            }
        }
    }

    private readonly struct Nest(int* counts) : IWork
    {
        public void Run(int part) => WorkTeam.Run(10, new Count(counts + part * 10));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(5)]
    public void Every_part_runs_once(int threads)
    {
        using var _ = new ThreadCount(threads);
        for (int round = 0; round < 2000; round++)
        {
            int parts = round % 70;
            using var counts = new Buffer<int>(parts);
            counts.Span.Clear();
            WorkTeam.Run(parts, new Count(counts));
            counts.Span.ContainsAnyExcept(1).ShouldBeFalse();
        }
    }

    [Fact]
    public void Helpers_wake_after_they_slept()
    {
        using var _ = new ThreadCount(4);
        using var counts = new Buffer<int>(100);
        counts.Span.Clear();
        for (int round = 1; round <= 5; round++)
        {
            Thread.Sleep(5);
            WorkTeam.Run(100, new Count(counts));
            counts.Span.ContainsAnyExcept(round).ShouldBeFalse();
        }
    }

    [Fact]
    public void Work_within_work_runs_too()
    {
        using var counts = new Buffer<int>(200);
        counts.Span.Clear();
        WorkTeam.Run(20, new Nest(counts));
        counts.Span.ContainsAnyExcept(1).ShouldBeFalse();
    }

    [Fact]
    public void Callers_on_several_threads_do_not_wait_for_one_another() => Parallel.For(0, 8, _ =>
    {
        for (int round = 0; round < 500; round++)
        {
            using var counts = new Buffer<int>(30);
            counts.Span.Clear();
            WorkTeam.Run(30, new Count(counts));
            counts.Span.ContainsAnyExcept(1).ShouldBeFalse();
        }
    });

    [Theory]
    [InlineData(1), InlineData(3)]
    public void The_first_failure_comes_back_to_the_caller(int threads)
    {
        using var _ = new ThreadCount(threads);
        Should.Throw<InvalidOperationException>(() => WorkTeam.Run(50, new Fail(from: 49))).Message.ShouldBe("part 49");
        using var counts = new Buffer<int>(8);
        counts.Span.Clear();
        WorkTeam.Run(8, new Count(counts));
        counts.Span.ContainsAnyExcept(1).ShouldBeFalse();
    }

    [Fact]
    public void Kernels_allocate_nothing_managed()
    {
        var s = new ConvolutionSize(8, 14, 14, 32, 32, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        using Buffer<float> x = new Random(1).Floats(8 * 14 * 14 * 32), y = new(x.Length), w = new Random(2).Floats(9 * 32 * 32), b = new(32);
        using Buffer<float> mean = new(32), variance = new(32);
        void Step()
        {
            Convolution.Forward(s, x, w, null, y, Rounding.BesideTheRow);
            Convolution.Forward(s, x, w, null, y, Rounding.BesideTheTile);
            Convolution.BackwardInput(s, x, w, y, Rounding.BesideTheTile);
            Convolution.BackwardWeight(s, x, y, w, b);
            MatMul.Gemm(false, true, 32, 32, 1500, x, 1500, x, 1500, 0, y, 32);
            Normalization.BatchStatistics(8 * 14 * 14, 32, x, mean, variance);
            Activations.Relu(x.Length, x, y);
            Reduction.Softmax(49, 1024, x, y);
        }

        using var _ = new ThreadCount(1);
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
