#!/bin/bash
# Take the README's picture: the report on a story as a terminal shows it, in docs/report.png.
#
#     docs/screenshot.sh [STORY]
#
# Needs Chromium (installed when absent, as root on Debian); PYTHON is the interpreter that has the package's dependencies.
set -euo pipefail
cd "$(dirname "$0")/.."
story=${1:-examples/clinic-sale.txt}
python=${PYTHON:-.venv/bin/python}
command -v chromium >/dev/null || { apt-get update -q && apt-get install -qy chromium fonts-dejavu-core; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m attribution audit --color always "$story" >"$work/report.ansi"
"$python" - "$story" "$work" >"$work/size" <<'PYTHON'
"""Write the page, and print its width and height in pixels."""
import html
import re
import sys
from pathlib import Path

story, work = sys.argv[1], Path(sys.argv[2])
COLOURS = dict(zip(range(30, 38), "#3b4252 #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #d8dee9".split()))
COLOURS |= dict(zip(range(90, 98), "#7f8796 #ff7b85 #b5e890 #ffd68a #7cc3ff #e29bf5 #7fe3ec #ffffff".split()))
STYLES = {1: "font-weight:bold;color:#fff", 2: "opacity:.65", 3: "font-style:italic", 4: "text-decoration:underline"}
LINE, COLUMN, MARGIN = 19, 8.43, 22

lines = [f"$ attribution audit {story}", *(work / "report.ansi").read_text(encoding="utf-8").rstrip().split("\n")]
style: list[str] = []
body = []
for part in re.split(r"(\x1b\[[\d;]*m)", "\n".join(lines)):
    if not part.startswith("\x1b["):
        body.append(f'<span style="{";".join(style)}">{html.escape(part)}</span>')
        continue
    for code in map(int, part[2:-1].split(";") if part[2:-1] else ["0"]):
        if code == 0:
            style = []
        elif code in STYLES:
            style.append(STYLES[code])
        elif code in COLOURS:
            style.append(f"color:{COLOURS[code]}")
        else:
            sys.exit(f"no style for SGR {code}")
(work / "report.html").write_text(
    "<meta charset=utf-8><style>body{margin:0;background:#1e222a;color:#d8dee9}"
    f"pre{{margin:{MARGIN}px;font:14px/{LINE}px 'DejaVu Sans Mono',monospace}}</style><pre>{''.join(body)}</pre>",
    encoding="utf-8",
)
print(f"{round(80 * COLUMN + 2 * MARGIN)},{len(lines) * LINE + 2 * MARGIN}")
PYTHON

chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/profile" --hide-scrollbars \
    --force-device-scale-factor=1.5 --window-size="$(<"$work/size")" --screenshot="$work/report.png" \
    "file://$work/report.html" 2>"$work/chromium.log" || { cat "$work/chromium.log" >&2; exit 1; }
mv "$work/report.png" docs/report.png
