"""What `attribution check` prints and writes: one format a file, each declaring one `Format`."""
