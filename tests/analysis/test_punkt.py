"""Punkt without the rest of NLTK: it cuts as NLTK's, and leaves nothing behind for whoever imports NLTK later."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from attribution.analysis.punkt import punkt, unguarded

SCRIPT = """
import sys
from attribution.analysis.punkt import punkt
{before}
tokenizer = punkt().PunktSentenceTokenizer()
assert tokenizer.tokenize("He left. She came.") == ["He left.", "She came."]
{behind}
"""


def _run(before: str, behind: str) -> None:
    subprocess.run([sys.executable, "-c", SCRIPT.format(before=before, behind=behind)], check=True, timeout=60)


def test_nothing_of_nltk_stays_imported() -> None:
    _run("", "assert not [name for name in sys.modules if name.partition('.')[0] == 'nltk']")


def test_nltk_can_be_imported_whole_behind_it() -> None:
    _run("", "import nltk\nassert nltk.tokenize.punkt.PunktTrainer and nltk.word_tokenize and nltk.corpus")


def test_nltk_that_is_there_is_used_as_it_is() -> None:
    _run("import nltk", "assert punkt() is sys.modules['nltk.tokenize.punkt']")


@given(st.text("aA1 .!?…,-”)(’\n", max_size=60))
def test_patterns_that_no_clock_watches_cut_alike(text: str) -> None:
    module = punkt()
    language, token = unguarded(module)
    plain = module.PunktSentenceTokenizer(lang_vars=language, token_cls=token)
    assert list(plain.span_tokenize(text)) == list(module.PunktSentenceTokenizer().span_tokenize(text))
