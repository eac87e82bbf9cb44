"""The formats of a comparison, each in a file of its own that declares one `Format`."""
