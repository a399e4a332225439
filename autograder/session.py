"""Let pytest run the hidden tests of a lesson in this process.

Each exercise is a fixture: a `Handle` on the learner's function. pytest finds the tests, fills in
parametrized cases and calls them; here is the plugin that chooses tests and keeps how each ended.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from autograder.compare import Call, Handle
from autograder.secret_order import unforeseen
from autograder.work import Work

HIDDEN_TESTS = Path(__file__).parent / "hidden_tests"
_PLUGINS_OFF = (
    *("terminal", "cacheprovider", "faulthandler", "unraisableexception", "threadexception", "logging"),
    *("junitxml", "doctest", "unittest", "capture", "tmpdir", "setuponly", "setupplan", "pastebin"),
)


class TestsFailed(Exception):
    """The hidden tests themselves could not be run; a fault of ours."""


@dataclass(frozen=True)
class Ended:
    """One test function after its run."""

    exercise: str
    sentence: str
    essential: bool
    secret_order: bool
    problem: BaseException | None
    calls: tuple[Call, ...]


def run(
    lesson: str,
    work: Work,
    definitions: Mapping[str, Callable[..., Any]],
    exercises: Collection[str],
    stand_ins: Mapping[str, Callable[..., Any]],
) -> list[Ended]:
    """Run the tests of these exercises and return how each ended, in the order of the file."""
    runner = _Runner(exercises)
    fixtures = {
        f"fixture_of_{name}": _fixture(name, work, definition, stand_ins) for name, definition in definitions.items()
    }
    off = [word for name in _PLUGINS_OFF for word in ("-p", f"no:{name}")]
    options = ["--noconftest", "-c", os.devnull, f"--rootdir={HIDDEN_TESTS}", "--import-mode=importlib"]
    options += ["--disable-plugin-autoload"]
    plugins = [runner, type("Fixtures", (), fixtures)()]
    status = pytest.main([*off, *options, str(HIDDEN_TESTS / f"test_{lesson}.py")], plugins=plugins)
    if status == pytest.ExitCode.INTERRUPTED and runner.interrupted:
        raise KeyboardInterrupt
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise TestsFailed(runner.trouble or f"pytest ended with {status!r}")
    return _stopped_alike([runner.ended[place] for place in sorted(runner.ended)])


def _stopped_alike(ended: list[Ended]) -> list[Ended]:
    """A function that is stopped is not called again: what came before that must not hang on a secret order."""
    stopped: dict[str, Ended] = {}
    for test in ended:
        if test.secret_order and any(call.answer.stopped for call in test.calls):
            stopped.setdefault(test.exercise, test)
    return [
        replace(test, problem=stopped[test.exercise].problem, calls=stopped[test.exercise].calls)
        if test.secret_order and test.exercise in stopped
        else test
        for test in ended
    ]


class _Runner:
    """The pytest plugin that chooses the tests and records how each one ended."""

    def __init__(self, exercises: Collection[str]):
        self.ended: dict[int, Ended] = {}  # by the place of the test in the file
        self._places: dict[str, int] = {}
        self.interrupted = False
        self.trouble = ""
        self._exercises = exercises

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "essential: without it the exercise earns no points")
        config.addinivalue_line("markers", "secret_order: comes in another order each time, or a counter would do")
        config.addinivalue_line("markers", "seconds(number): how long each call of the test may take")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Let tests that must not be told by their turn take each other's."""
        self._places = {item.nodeid: place for place, item in enumerate(items)}
        turns = [place for place, item in enumerate(items) if item.get_closest_marker("secret_order")]
        for turn, item in zip(turns, unforeseen(items[turn] for turn in turns), strict=True):
            items[turn] = item

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.trouble = str(report.longrepr)

    def pytest_pycollect_makeitem(self, name: str, obj: object) -> list[pytest.Item] | None:
        """Leave tests of other exercises out before pytest spends time on their cases."""
        other = name.startswith("test_") and inspect.isfunction(obj) and _exercise_of(obj) not in self._exercises
        return [] if other else None

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        self.interrupted = not isinstance(excinfo.value, pytest.Session.Interrupted)  # that is how pytest gives up

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        item.repr_failure = _unformatted  # type: ignore[method-assign]
        report = yield
        if call.when == "call" or call.excinfo is not None:
            exercise = _exercise_of(item.function)  # type: ignore[attr-defined]
            handle = getattr(item, "funcargs", {}).get(exercise)
            self.ended[self._places[item.nodeid]] = Ended(
                exercise,
                _sentence(item),
                item.get_closest_marker("essential") is not None,
                item.get_closest_marker("secret_order") is not None,
                call.excinfo.value if call.excinfo else None,
                tuple(handle.calls) if handle else (),
            )
        return report


def _fixture(name: str, work: Work, definition: Callable[..., Any], stand_ins: Mapping[str, Callable[..., Any]]) -> Any:
    def give(_: Any, request: pytest.FixtureRequest) -> Handle:
        marked = request.node.get_closest_marker("seconds")
        return Handle(name, work, definition, stand_ins, seconds=marked.args[0] if marked else None)

    return pytest.fixture(name=name)(give)


def _unformatted(excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
    """A failure in short: to lay out its traceback takes pytest longer than all tests together."""
    return excinfo.exconly()


def _exercise_of(test: Callable[..., Any]) -> str:
    """The exercise that a test is about: its first argument."""
    return next(iter(inspect.signature(test).parameters), "")


def _sentence(item: pytest.Item) -> str:
    """What a test says: its docstring, with `{case}` replaced by the id of a parametrized case."""
    function = item.function  # type: ignore[attr-defined]
    text = " ".join((inspect.getdoc(function) or function.__name__.removeprefix("test_").replace("_", " ")).split())
    case = getattr(item, "callspec", None)
    return text.replace("{case}", case.id) if case else text
