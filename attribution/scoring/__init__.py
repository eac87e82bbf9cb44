"""The score: how openly and independently a story is sourced."""
