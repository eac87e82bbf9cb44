"""What is built holds all it needs, and runs as a wheel, as an editable install and from a plain checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SITE = sysconfig.get_path("purelib")
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis"
)
WHERE = "import attribution, pathlib; print(pathlib.Path(attribution.__file__).parent)"


def run(*command: object, cwd: Path, path: str = "") -> str:
    """The standard output of a Python command, run with nothing but `path` to import from beside what is installed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module", name="checkout")
def _checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, so that building leaves nothing behind in it."""
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("clone") / "checkout", ignore=LEFT_OUT))


@pytest.fixture(scope="module", name="built")
def _built(checkout: Path) -> Path:
    """The folder with a source distribution and the wheel made from it."""
    out = checkout.parent / "dist"
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, checkout, cwd=checkout.parent)
    return out


def works(python: object, cwd: Path, path: str) -> None:
    """The command finds its schema, and its model, tables and word lists."""
    schema = json.loads(run(python, "-m", "attribution", "schema", "report", cwd=cwd, path=path))
    assert schema == json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    story = ROOT / "seeds" / "ferry-fire-brief.txt"
    report = json.loads(run(python, "-m", "attribution", "audit", "--format", "jsonl", story, cwd=cwd, path=path))
    assert report["statements"]


def test_the_packages_are_the_folders() -> None:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    folders = [path.parent.relative_to(ROOT) for path in (ROOT / "attribution").rglob("__init__.py")]
    assert settings["options"]["packages"].split() == sorted(
        ["attribution.schemas", *(".".join(folder.parts) for folder in folders)]
    )


def test_the_wheel_holds_the_package_and_its_data(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "attribution"
    expected = {f"attribution/schemas/{path.name}" for path in (ROOT / "schemas").glob("*.json")}
    for pattern in ("*.py", "*.json", "*.npz", "*.txt", "py.typed", "templates/*"):
        expected |= {path.relative_to(ROOT).as_posix() for path in package.rglob(pattern)}
    assert {"attribution/analysis/punkt.json", "attribution/analysis/network/network.npz"} < expected
    assert {name for name in held if ".dist-info/" not in name} == expected
    licences = {name.rpartition("/")[2] for name in held if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE", "entry_points.txt"} <= licences


def test_the_source_distribution_holds_the_repository(built: Path, checkout: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as held:
        names = {name.partition("/")[2] for name in held.getnames()}
    made = (".egg-info",)
    files = (path.relative_to(checkout) for path in checkout.rglob("*") if path.is_file())
    assert {path.as_posix() for path in files if not path.parts[0].endswith(made)} - names == set()


def test_the_wheel_runs(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    target = tmp_path / "target"
    run(
        sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", target, wheel, cwd=tmp_path
    )
    assert Path(run(sys.executable, "-c", WHERE, cwd=tmp_path, path=str(target)).strip()) == target / "attribution"
    works(sys.executable, tmp_path, str(target))


def test_an_editable_install_runs(checkout: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip()
    Path(site, "shared.pth").write_text(f"{SITE}\n", encoding="utf-8")  # the dependencies, after what is installed here
    options = ("-q", "--no-deps", "--no-index", "--no-build-isolation")
    run(python, "-m", "pip", "install", *options, "-e", checkout, cwd=tmp_path)
    assert Path(run(python, "-c", WHERE, cwd=tmp_path).strip()) == checkout / "attribution"
    works(python, tmp_path, "")


def test_a_plain_checkout_runs(checkout: Path) -> None:
    assert Path(run(sys.executable, "-c", WHERE, cwd=checkout).strip()) == checkout / "attribution"
    works(sys.executable, checkout, "")
