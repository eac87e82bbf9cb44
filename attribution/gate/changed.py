"""Changed stories: which files differ from a commit of the git repository that one stands in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable

from attribution.errors import UsageError
from attribution.paths import STDIN, shown


def changed_since(ref: str, stories: Iterable[str]) -> tuple[str, ...]:
    """The stories that were added or changed since `ref` parted from the present commit, untracked ones included.

    Raises:
        UsageError: there is no git, no repository, or no such commit.
    """
    root = _git("rev-parse", "--show-toplevel").strip("\n")
    base = _git("merge-base", "--end-of-options", ref, "HEAD").strip("\n")
    listed = _git("diff", "--name-only", "-z", "--diff-filter=d", base) + _git(
        "ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/"
    )
    changed = {os.path.realpath(os.path.join(root, name)) for name in listed.split("\0") if name}
    return tuple(path for path in stories if path == STDIN or os.path.realpath(path) in changed)


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise UsageError("--since needs git, which is not installed; name the stories instead") from error
    if done.returncode:
        reason = (done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"])[0]
        raise UsageError(f"--since: {shown(reason)}; run it inside the repository, with a branch or commit that it has")
    return done.stdout.decode("utf-8", "surrogateescape")
