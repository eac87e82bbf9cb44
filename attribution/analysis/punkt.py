"""NLTK's Punkt without the rest of NLTK.

`import nltk` reads all of its parsers, taggers and corpus readers, for a quarter of the time of a cold audit. Punkt
needs a few small modules of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

_PACKAGES = ("nltk", "nltk.tokenize")
"""The packages around Punkt, whose own modules import everything else."""


def punkt() -> ModuleType:
    """The module `nltk.tokenize.punkt`. A later `import nltk` finds all of NLTK as if nothing had been imported.

    Raises:
        ImportError: NLTK is not installed.
    """
    if "nltk" in sys.modules:
        return import_module("nltk.tokenize.punkt")
    with _bare(_PACKAGES):
        return import_module("nltk.tokenize.punkt")


@contextmanager
def _bare(packages: tuple[str, ...]) -> Iterator[None]:
    """Let modules of packages be imported while the packages' own modules are not run; forget all of them after it."""
    before = set(sys.modules)
    try:
        for name in packages:
            spec = find_spec(name)
            if spec is None:
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)
            sys.modules[name] = module_from_spec(spec)
        yield
    finally:
        for name in set(sys.modules) - before:
            if name.partition(".")[0] == packages[0]:
                del sys.modules[name]
