"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# How long one example takes says how busy the machine is, and the first of them pays for imports.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
