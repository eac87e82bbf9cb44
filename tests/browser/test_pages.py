"""The pages in a real browser: safe, quiet, readable at every width, by keyboard, in the dark and on paper."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("selenium")

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser import chromium

pytestmark = pytest.mark.skipif(
    chromium.BROWSER is None or chromium.DRIVER is None, reason="needs Debian's chromium and chromium-driver"
)

ROOT = Path(__file__).resolve().parents[2]
STORIES = ("examples/clinic-sale.txt", "seeds/calloway-takeover-talks.txt", "seeds/port-bribery-trial.txt")
HOSTILE = (
    """<script>window.hacked = 1</script>Council to “sell” <img src=x onerror=window.hacked=1>

“\u202eNobody told us,” said Mara Lindqvist, {{ 7 * 7 }} {% raw %} ${7*7}, of the ]]> council on Tuesday night.

"""
    + "w" * 10_000
    + """ is the word that a source <a href="javascript:window.hacked=1">said</a> was too long.
"""
)
PAGES = (
    "clinic-sale",
    "calloway-takeover-talks",
    "port-bribery-trial",
    "hostile",
    "short",
    "index",
    "diff",
    "hostile-diff",
)
WIDTHS = (360, 1280)


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of good, middling, bad, hostile and unscored stories, on all of them, and on two versions of two."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "short.txt").write_text("The bridge is closed, the mayor said on Monday.", encoding="utf-8")
    stories = [*STORIES, str(folder / "hostile.txt"), str(folder / "short.txt")]
    command = [sys.executable, "-m", "attribution", "report", "-q", *stories, "--output", f"html={folder}/"]
    subprocess.run(command, cwd=ROOT, check=True)
    (folder / "calm.txt").write_text(HOSTILE.replace("too long", "long enough"), encoding="utf-8")
    for page, old, new in (
        ("diff", "examples/clinic-sale.txt", "examples/clinic-sale-revised.txt"),
        ("hostile-diff", str(folder / "calm.txt"), str(folder / "hostile.txt")),
    ):
        compare = [sys.executable, "-m", "attribution", "diff", old, new, "--output", f"html={folder}/{page}.html"]
        subprocess.run(compare, cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module", name="driver")
def _driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium.browser(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture(scope="module", name="axe")
def _axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    if shutil.which("npm") is None:
        pytest.skip("axe-core comes by npm")
    return chromium.axe_source(tmp_path_factory.mktemp("axe"))


def opened(driver: webdriver.Chrome, folder: Path, page: str, width: int = 1280, colours: str = "light") -> None:
    """Open a page anew, the console and the list of requests emptied."""
    chromium.size(driver, width)
    chromium.scheme(driver, colours)
    chromium.complaints(driver)
    chromium.requests(driver)
    driver.get((folder / f"{page}.html").as_uri())


def asked(driver: webdriver.Chrome, script: str, *arguments: object) -> Any:
    return driver.execute_script(f"return {script}", *arguments)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_asked_for_and_nothing_complains(
    driver: webdriver.Chrome, folder: Path, page: str, width: int
) -> None:
    opened(driver, folder, page, width)
    assert [url for url in chromium.requests(driver) if not url.startswith("data:")] == [
        (folder / f"{page}.html").as_uri()
    ]
    assert chromium.complaints(driver) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_is_no_wider_than_its_window(driver: webdriver.Chrome, folder: Path, page: str, width: int) -> None:
    opened(driver, folder, page, width)
    assert asked(driver, "document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("letters", ["100%", "115%"])
def test_no_number_of_a_comparison_is_cut_off(driver: webdriver.Chrome, folder: Path, letters: str) -> None:
    opened(driver, folder, "diff", 360)
    driver.execute_script("document.documentElement.style.fontSize = arguments[0]", letters)
    cut = "[...document.querySelectorAll('.wide')].filter(each => each.scrollWidth > each.clientWidth).length"
    assert asked(driver, cut) == 0


@pytest.mark.parametrize("page", ["hostile", "hostile-diff"])
def test_a_hostile_story_is_text(driver: webdriver.Chrome, folder: Path, page: str) -> None:
    opened(driver, folder, page)
    assert asked(driver, "window.hacked") is None
    assert asked(driver, "document.querySelectorAll('article script, article img, [href^=\"javascript\"]').length") == 0
    told = asked(driver, "document.querySelector('article').textContent")
    for words in ("<script>window.hacked = 1</script>", "<img src=x onerror=window.hacked=1>", "{{ 7 * 7 }} {% raw %}",
                  "${7*7}", "]]>", "w" * 10_000, '<a href="javascript:window.hacked=1">said</a>'):  # fmt: skip
        assert words in told
    assert "\u202e" not in told


@pytest.mark.parametrize("page", ["clinic-sale", "index", "diff"])
def test_an_injected_script_does_not_run(driver: webdriver.Chrome, folder: Path, page: str) -> None:
    opened(driver, folder, page)
    driver.execute_script(
        """
        const script = document.createElement("script");
        script.textContent = "window.hacked = 1";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src='x.png' onerror='window.hacked = 1'>");
        const far = document.createElement("script");
        far.src = "data:text/javascript,window.hacked=1";
        document.body.append(far);
        """
    )
    complaints = chromium.complaints(driver)
    assert asked(driver, "window.hacked") is None
    assert sum("Content Security Policy" in each for each in complaints) >= 3


FOCUSABLE = "a[href], input, button, [tabindex='0']"
NAMED = (
    """(element => `${element.tagName} ${element.id || element.getAttribute('href') || ''} ${element.textContent}`)"""
)


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    driver: webdriver.Chrome, folder: Path, page: str
) -> None:
    opened(driver, folder, page)
    wanted = asked(
        driver, f"[...document.querySelectorAll(\"{FOCUSABLE}\")].filter(e => e.type !== 'radio').map({NAMED})"
    )
    met, outlines = [], []
    for _ in range(len(wanted) + 3):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        met.append(asked(driver, f"{NAMED}(document.activeElement)"))
        outlines.append(asked(driver, "getComputedStyle(document.activeElement).outlineStyle"))
    assert [name for name in wanted if name not in met] == []
    assert "none" not in outlines[: len(wanted)]


def test_radio_buttons_and_boxes_work_by_keyboard(driver: webdriver.Chrome, folder: Path) -> None:
    opened(driver, folder, "clinic-sale")
    page = "getComputedStyle(document.body).backgroundColor"
    light = asked(driver, page)
    driver.find_element(By.ID, "theme-light").send_keys(Keys.ARROW_RIGHT)
    assert asked(driver, "document.querySelector('#theme-dark').checked")
    assert asked(driver, page) != light
    tint = "getComputedStyle(document.querySelector('.st.an')).backgroundColor"
    assert asked(driver, tint) != "rgba(0, 0, 0, 0)"
    driver.find_element(By.ID, "show-an").send_keys(Keys.SPACE)
    assert asked(driver, tint) == "rgba(0, 0, 0, 0)"
    assert asked(driver, "getComputedStyle(document.querySelector('.st.or')).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_j_and_k_go_through_the_findings(driver: webdriver.Chrome, folder: Path) -> None:
    opened(driver, folder, "clinic-sale")
    numbers = asked(driver, "[...document.querySelectorAll('.note')].map(note => note.id)")
    assert len(numbers) > 2
    met = []
    for key in ("j", "j", "k", "k"):
        driver.switch_to.active_element.send_keys(key)
        met.append(asked(driver, "document.activeElement.id"))
    assert met == [numbers[0], numbers[1], numbers[0], numbers[-1]]


def test_a_source_and_its_sentences_light_up_together(driver: webdriver.Chrome, folder: Path) -> None:
    opened(driver, folder, "port-bribery-trial")
    link = driver.find_element(By.CSS_SELECTOR, ".st[data-source^='s'] .badge")
    source = str(link.get_attribute("href")).rpartition("#")[2]
    driver.execute_script("arguments[0].focus()", link)
    lit = asked(driver, "[...document.querySelectorAll('.same')].map(each => each.dataset.source)")
    assert set(lit) == {source}
    assert asked(driver, f"document.getElementById('{source}').classList.contains('same')")
    row = driver.find_element(By.CSS_SELECTOR, f"#{source} td a")
    driver.execute_script("arguments[0].focus()", row)
    assert len(asked(driver, "[...document.querySelectorAll('.st.same')]")) == len(lit) - 1


def test_every_link_inside_a_page_leads_somewhere(driver: webdriver.Chrome, folder: Path) -> None:
    for page in PAGES:
        opened(driver, folder, page)
        hrefs = asked(driver, "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
        for href in hrefs:
            if href.startswith("#"):
                assert asked(driver, "document.getElementById(arguments[0]) !== null", href[1:]), (page, href)
            else:
                assert (folder / href).is_file(), (page, href)
        ids = asked(driver, "[...document.querySelectorAll('[id]')].map(each => each.id)")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", PAGES)
def test_without_scripts_nothing_is_missing(driver: webdriver.Chrome, folder: Path, page: str) -> None:
    opened(driver, folder, page)
    driver.execute_script("document.querySelector('.keys')?.remove()")
    told = asked(driver, "document.body.innerText")
    try:
        chromium.scripts(driver, run=False)
        opened(driver, folder, page)
        assert asked(driver, "document.querySelectorAll('.keys, th button').length") == 0
        assert asked(driver, "document.body.innerText") == told
    finally:
        chromium.scripts(driver, run=True)


@pytest.mark.parametrize("page", PAGES)
def test_on_paper_every_sentence_stands_and_no_control(driver: webdriver.Chrome, folder: Path, page: str) -> None:
    opened(driver, folder, page)
    try:
        chromium.command(driver, "Emulation.setEmulatedMedia", media="print")
        hidden = "[...document.querySelectorAll('article .st, .finding, tr')].filter(e => !e.getClientRects().length)"
        assert asked(driver, f"{hidden}.length") == 0
        assert (
            asked(driver, "[...document.querySelectorAll('input')].filter(e => e.getClientRects().length).length") == 0
        )
        paper = base64.b64decode(chromium.command(driver, "Page.printToPDF", preferCSSPageSize=True)["data"])
        assert paper.startswith(b"%PDF-")
    finally:
        chromium.command(driver, "Emulation.setEmulatedMedia", media="")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(
    driver: webdriver.Chrome, folder: Path, axe: str, page: str, width: int, colours: str
) -> None:
    opened(driver, folder, page, width, colours)
    driver.execute_script(axe)
    found = driver.execute_async_script(
        """
        const done = arguments[arguments.length - 1];
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        axe.run({ runOnly: { type: "tag", values: tags } }).then((result) => done(result.violations));
        """
    )
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found] == []


def test_columns_of_the_index_sort(driver: webdriver.Chrome, folder: Path) -> None:
    opened(driver, folder, "index")
    words = "[...document.querySelectorAll('tbody tr')].map(row => Number(row.cells[arguments[0]].dataset.value))"
    assert asked(driver, words, 0) == sorted(asked(driver, words, 0))
    for direction in ("ascending", "descending"):
        driver.find_element(By.XPATH, "//th[button='Words']/button").click()
        assert asked(driver, "document.querySelector('th[aria-sort]').ariaSort") == direction
        assert asked(driver, words, 12) == sorted(asked(driver, words, 12), reverse=direction == "descending")
