"""JupyterLab, and what a person does in it with a browser."""

import collections
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course_copy import surroundings
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
SECONDS = 60  # to wait for anything at most: the machine may be busy


@contextlib.contextmanager
def new_browser(path: str) -> Iterator[Browser]:
    """A Chromium that nobody has used before."""
    expect.set_options(timeout=SECONDS * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield browser
        browser.close()


@contextlib.contextmanager
def make_lab(course: Path) -> Iterator["Lab"]:
    """JupyterLab as `make lab` starts it, in the environment of these tests."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = os.urandom(16).hex()
    options = f"--ServerApp.port={port} --ServerApp.port_retries=0 --IdentityProvider.token={token}"
    ready = ["-o", f"{sys.prefix}/.ready", f"VENV={sys.prefix}"]  # nothing is installed
    server = subprocess.Popen(
        ["make", *ready, "lab", f"LAB_ARGS={options}"],
        cwd=course,
        env={**surroundings(course), "BROWSER": "echo opens %s"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield Lab(f"http://localhost:{port}", token, _page_that_opens(server), course)
    finally:
        for end in (signal.SIGTERM, signal.SIGKILL):  # after the first it ends its kernels
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, end)
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(SECONDS / 2)


def _page_that_opens(server: subprocess.Popen[str]) -> str:
    """The page that the server opens in its user's browser, as soon as it does; what else it says is read and lost."""
    assert server.stdout
    said = []
    for line in server.stdout:
        said.append(line)
        if line.startswith("opens "):
            threading.Thread(target=collections.deque, args=(server.stdout, 0), daemon=True).start()
            return line.removeprefix("opens ").strip()
    raise RuntimeError("JupyterLab did not start:\n" + "".join(said))


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab."""

    url: str
    token: str
    first_page: str  # what `make lab` shows the learner's browser
    folder: Path

    def open(self, page: Page, path: str = "") -> None:
        """Go to a file of the course, or to its folder, with nothing else open."""
        tree = f"/tree/{path}" if path else ""
        page.goto(f"{self.url}/lab/workspaces/{os.urandom(4).hex()}{tree}?token={self.token}")
        expect(page.locator("#jp-main-dock-panel")).to_be_visible()


def choose(page: Page, menu: str, item: str) -> None:
    """Choose something from the menu bar."""
    page.locator("#jp-MainMenu").get_by_text(menu, exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()


def take_picture(page: Page, path: Path, *cells: Locator) -> None:
    """A picture of the window, or of some cells that stand below each other."""
    if not cells:
        page.screenshot(path=path)
        return
    boxes = [cell.bounding_box() for cell in cells]
    first, last = boxes[0], boxes[-1]
    assert first
    assert last
    height = last["y"] + last["height"] - first["y"]
    page.screenshot(path=path, clip={"x": first["x"], "y": first["y"], "width": first["width"], "height": height})


class Notebook:
    """The notebook that is open in JupyterLab."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Until the kernel is there and has nothing to do."""
        expect(self.page.locator("#jp-main-statusbar").get_by_text("| Idle")).to_be_visible()
        expect(self.page.locator(".jp-Notebook-ExecutionIndicator:visible")).to_have_attribute("data-status", "idle")
        expect(self.page.locator(".jp-InputPrompt", has_text="[*]:")).to_have_count(0)

    def cell(self, text: str) -> Locator:
        """The first cell with this text."""
        return self.page.locator(".jp-Notebook .jp-Cell", has_text=text).first

    def edit(self, cell: Locator) -> None:
        """Put the cursor into a cell."""
        cell.scroll_into_view_if_needed()
        cell.locator(".cm-line").first.click()
        expect(cell.locator(".cm-editor")).to_contain_class("cm-focused")

    def type_over_last_line(self, cell: Locator, text: str) -> None:
        """Select the last line of a cell, up to its indentation, and type; JupyterLab indents what follows."""
        self.edit(cell)
        for key in ("Control+End", "Shift+Home"):
            self.page.keyboard.press(key)
        self.page.keyboard.type(text)

    def run(self, cell: Locator) -> Locator:
        """Run a cell, and return what it shows."""
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.inner_text()
        self.edit(cell)
        self.page.keyboard.press("Control+Enter")
        expect(prompt).not_to_have_text(before)
        self.wait_until_idle()
        return cell.locator(".jp-Cell-outputArea")

    def save(self) -> None:
        """Press Ctrl + S, and wait until it is on the disk."""
        self.page.keyboard.press("Control+s")
        expect(self.page.locator(".lm-DockPanel-tabBar .jp-mod-dirty")).to_have_count(0)
