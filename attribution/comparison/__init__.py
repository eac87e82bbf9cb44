"""Two versions of a story compared: what became of every statement, source, finding and number."""
