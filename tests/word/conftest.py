"""LibreOffice, running in the background, for the tests that hold Word documents against it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PYTHON = "/usr/bin/python3"
"""The one that has LibreOffice's bridge."""
SCRIPT = Path(__file__).with_name("office_script.py")
Office = Callable[..., Any]


def _is_there() -> bool:
    if shutil.which("soffice") is None or not Path(PYTHON).exists():
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="session", name="office")
def _office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Runs a command of `office_script.py`; its answer."""
    if not _is_there():
        pytest.skip("needs libreoffice-writer and python3-uno, which .ci/run installs")
    folder = tmp_path_factory.mktemp("office")
    pipe = f"attribution-{folder.parent.name}-{folder.name}"
    options = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp"]
    server = subprocess.Popen(
        ["soffice", *options, f"-env:UserInstallation={(folder / 'profile').as_uri()}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def ask(*command: object) -> Any:
        done = subprocess.run([PYTHON, SCRIPT, pipe, *map(str, command)], capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout or "null")

    yield ask
    ask("quit", "")
    server.wait(60)
