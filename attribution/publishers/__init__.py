"""One published format a file: reports in, files out."""
