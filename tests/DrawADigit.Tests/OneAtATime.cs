// Trainings, many requests at once and a browser each take the whole machine: side by side they take longer, and memory says nothing.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
