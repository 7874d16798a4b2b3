// Two cores: more browsers at once only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
