"""One output format a file: reports in, text out."""
