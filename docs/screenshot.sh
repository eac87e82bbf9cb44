#!/bin/bash
# Take the pictures of reports in docs/: a story sourced well, one in between and one badly, as a browser shows them.
#
# Needs Chromium (installed when absent, as root on Debian); PYTHON is the interpreter that has the package's dependencies.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
command -v chromium >/dev/null || { apt-get update -q && apt-get install -qy chromium fonts-dejavu-core; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

take() { # NAME STORY HEIGHT
    "$python" -m attribution report -q "$2" --output "html=$work/$1.html"
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$work/profile" --hide-scrollbars \
        --window-size="1280,$3" --screenshot="$work/$1.png" "file://$work/$1.html" 2>"$work/chromium.log" ||
        { cat "$work/chromium.log" >&2; exit 1; }
    mv "$work/$1.png" "docs/$1.png"
}

take report-good seeds/port-bribery-trial.txt 1500
take report-middling seeds/calloway-takeover-talks.txt 1500
take report-bad examples/clinic-sale.txt 1400
