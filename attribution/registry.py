"""The members of a family: every module of a package that declares one object of a given type."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TypeVar

Member = TypeVar("Member")


def declared(package: str, kind: type[Member]) -> tuple[Member, ...]:
    """The object of type `kind` that each module of `package` declares, in order of module name.

    Raises:
        LookupError: a module declares none, or more than one.
    """
    members = []
    for module in sorted(info.name for info in pkgutil.iter_modules(import_module(package).__path__)):
        found = [value for value in vars(import_module(f"{package}.{module}")).values() if isinstance(value, kind)]
        if len(found) != 1:
            raise LookupError(f"{package}.{module} declares {len(found)} objects of type {kind.__name__}, not one")
        members.append(found[0])
    return tuple(members)
