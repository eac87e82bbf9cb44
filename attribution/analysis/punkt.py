"""NLTK's Punkt without the rest of NLTK, and without the clocks on its patterns.

`import nltk` reads all of its parsers, taggers and corpus readers, for a quarter of the time of a cold audit. Punkt
needs a few small modules of it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

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


def unguarded(module: ModuleType) -> tuple[Any, type]:
    """The language and the tokens of Punkt, to be handed to it, with its own patterns as `re` compiles them.

    NLTK has them watched by a clock, lest a pattern take for ever: two thirds of Punkt's time. They see the few words
    around a full stop, and take time in proportion to those.
    """
    language = _unguarded(module.PunktLanguageVars)()
    language._re_period_context = _plain(language.period_context_re())
    language._re_word_tokenizer = _plain(language._word_tokenizer_re())
    return language, _unguarded(module.PunktToken)


def _unguarded(kind: type) -> type:
    patterns = {name: _plain(each) for name, each in vars(kind).items() if hasattr(each, "pattern")}
    return type(kind.__name__, (kind,), {"__slots__": (), **patterns})


def _plain(pattern: Any) -> re.Pattern[str]:
    return re.compile(pattern.pattern, pattern.flags & (re.MULTILINE | re.VERBOSE))


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
