// Two cores: more sites at once only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
