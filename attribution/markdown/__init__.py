"""Markdown as it is read: blocks, inline marks, front matter."""
