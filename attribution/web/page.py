"""One web page from a template, with the content security policy that lets in its own style and script only."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from attribution.assembly import visible

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).with_name("templates")
_STYLE, _SCRIPT = "style.css", "script.js"


def rendered(template: str, **shown: object) -> str:
    """The page that a template makes of values; every word among them is text, whatever it looks like."""
    style, script = _asset(_STYLE), _asset(_SCRIPT)
    policy = (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    from markupsafe import Markup

    assets = {"style": Markup(style), "script": Markup(script), "content_security_policy": policy}
    return _environment().get_template(template).render(**assets, **shown) + "\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _written(value: object) -> object:
    """A value as a page may hold it: no invisible character that would turn the line around."""
    from markupsafe import Markup

    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hashed(text: str) -> str:
    """The hash source of an inline block (Content Security Policy Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
