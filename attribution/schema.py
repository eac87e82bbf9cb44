"""The JSON Schemas that ship with the tool, and documents held against them.

Two implementations of draft 2020-12 are used: jsonschema_rs to check what the tool writes, because it takes a tenth of
a millisecond, and jsonschema to explain what is wrong, because its errors say more. Neither ever fetches a `$ref`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from attribution.json_places import Step

if TYPE_CHECKING:
    from jsonschema_rs import Validator

REPORT = "report"
CHECK, BASELINE, CONFIG, DIFF = "check", "baseline", "config", "diff"
NAMES = (REPORT, CHECK, BASELINE, CONFIG, DIFF)
"""The documents that have a schema."""
_LONGEST = 200
"""Characters of a message; an offending value may be a whole story."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One place where a document does not follow its schema."""

    path: tuple[Step, ...]
    """Keys and indices from the root of the document to the offending value."""
    message: str

    @property
    def json_path(self) -> str:
        """The place as JSONPath (RFC 9535): `$.statements[3].tag`."""
        return "$" + "".join(f"[{step}]" if isinstance(step, int) else _member(step) for step in self.path)


class InvalidDocument(Exception):
    """A document that the tool was about to write does not follow its own schema: a bug, never the user's doing."""


def schema_text(name: str) -> str:
    """The JSON Schema of the document `name`, as the file has it."""
    return (_folder() / f"{name}.schema.json").read_text(encoding="utf-8")


def schema(name: str) -> dict[str, object]:
    """The JSON Schema of the document `name`."""
    return cast("dict[str, object]", json.loads(schema_text(name)))


def check(document: Mapping[str, object], name: str) -> None:
    """Hold a document that is about to be written against the schema `name`.

    Raises:
        InvalidDocument: it does not follow the schema.
    """
    for flaw in flaws(document, name):
        raise InvalidDocument(f"the {name} does not follow its schema at {flaw.json_path}: {flaw.message}")


def flaws(document: object, name: str) -> tuple[Flaw, ...]:
    """Every place where a document does not follow the schema `name`, the deepest first: it is the most exact."""
    return () if _quick(name).is_valid(document) else explained(document, schema(name))


def explained(document: object, schema: Mapping[str, object]) -> tuple[Flaw, ...]:
    """Every place where a document does not follow a schema, in the order of `flaws`.

    Raises:
        referencing.exceptions.Unresolvable: the schema refers to another document; nothing is ever fetched.
    """
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match
    from referencing import Registry

    found = Draft202012Validator(schema, registry=Registry()).iter_errors(document)
    exact = (best_match([error]) or error for error in found)  # inside the alternative that comes closest
    places = (Flaw(tuple(error.absolute_path), _shortened(error.message)) for error in exact)
    return tuple(sorted(places, key=lambda flaw: -len(flaw.path)))


@lru_cache(maxsize=len(NAMES))
def _quick(name: str) -> Validator:
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(schema(name), offline=True)


def _folder() -> Path:
    """Inside the package when it is installed from a wheel, beside it in a checkout."""
    inside = Path(__file__).with_name("schemas")
    return inside if inside.is_dir() else inside.parent.parent / "schemas"


def _member(key: str) -> str:
    return f".{key}" if key.isidentifier() else f"[{json.dumps(key)}]"


def _shortened(message: str) -> str:
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
