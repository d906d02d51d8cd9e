using Xunit;

// torch has one random generator and one thread count for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
