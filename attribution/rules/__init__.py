"""The rules: one a file, each declaring one `Rule`."""
