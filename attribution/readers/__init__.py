"""One input format a file: bytes in, a `Story` out."""
