"""Chromium as the browser tests use it: Debian's, headless, on pages that lie in files."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
AXE = "axe-core@4.14.1"
"""The npm package whose rules find what shuts readers out."""
_SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


@contextmanager
def browser(profile: Path) -> Iterator[webdriver.Chrome]:
    """A browser that keeps what its console says and what it asks the network for."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for switch in (*_SWITCHES, f"--user-data-dir={profile}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    command(driver, "Emulation.setFocusEmulationEnabled", enabled=True)
    try:
        yield driver
    finally:
        driver.quit()


def size(driver: webdriver.Chrome, width: int, height: int = 800) -> None:
    """Give the page a window of exactly this size, in CSS pixels."""
    command(driver, "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)


def scripts(driver: webdriver.Chrome, *, run: bool) -> None:
    """Whether the scripts of pages run; those of the tests always do."""
    command(driver, "Emulation.setScriptExecutionDisabled", value=not run)


def scheme(driver: webdriver.Chrome, name: str) -> None:
    """Let the system prefer `light` or `dark`."""
    command(driver, "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])


def command(driver: webdriver.Chrome, name: str, **arguments: object) -> Any:
    """A command of the DevTools protocol and its answer."""
    return driver.execute_cdp_cmd(name, arguments)


def complaints(driver: webdriver.Chrome) -> list[str]:
    """What the console has said since the last look."""
    return [entry["message"] for entry in driver.get_log("browser")]


def requests(driver: webdriver.Chrome) -> list[str]:
    """The addresses that were asked for since the last look."""
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    return [each["params"]["request"]["url"] for each in messages if each["method"] == "Network.requestWillBeSent"]


def axe_source(folder: Path) -> str:
    """The script of axe-core, fetched into a folder by npm."""
    subprocess.run(["npm", "pack", "--silent", AXE], cwd=folder, check=True)
    (archive,) = folder.glob("axe-core-*.tgz")
    with tarfile.open(archive) as held:
        script = held.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()
