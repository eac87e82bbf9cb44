"""Word documents (.docx): their parts, their words under a view, and a copy with comments.

What the format asks for is ECMA-376 (ISO/IEC 29500), Part 1 for the mark-up and Part 2 for the package.
"""
