"""The part of a cell that the learner writes, between its two marks.

A code cell has `# solution` and `# end`, an answer in prose has `<!-- solution -->` and
`<!-- end -->`, each on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CODE_STUB = "return ...  # your code here"
TEXT_STUB = "*Write your answer here.*"


@dataclass(frozen=True)
class Marks:
    """How a region begins and ends, here and in nbgrader, and what the learner gets in its place."""

    begin: str
    end: str
    nbgrader_begin: str
    nbgrader_end: str
    stub: str
    almost: re.Pattern[str]


CODE = Marks(
    begin="# solution",
    end="# end",
    nbgrader_begin="### BEGIN SOLUTION",
    nbgrader_end="### END SOLUTION",
    stub=CODE_STUB,
    almost=re.compile(r"\s*#+\s*(begin\s+|end\s+)?(solutions?|end)\s*[.:]?\s*", re.IGNORECASE),
)
TEXT = Marks(
    begin="<!-- solution -->",
    end="<!-- end -->",
    nbgrader_begin="<!-- BEGIN SOLUTION -->",
    nbgrader_end="<!-- END SOLUTION -->",
    stub=TEXT_STUB,
    almost=re.compile(r"\s*<!--\s*(begin\s+|end\s+)?(solutions?|end)\s*[.:]?\s*(-->)?\s*", re.IGNORECASE),
)


def defects(source: str, marks: Marks) -> Iterator[tuple[int, str]]:
    """Lines of the cell, counted from 0, where marks do not pair up, with what to do."""
    begun = None
    for number, line in enumerate(source.split("\n")):
        mark = line.strip()
        if mark == marks.begin:
            if begun is not None:
                yield number, f"a second `{marks.begin}` before the first has its `{marks.end}`: close that one first."
            begun = number
        elif mark == marks.end:
            if begun is None:
                yield number, f"`{marks.end}` without a `{marks.begin}` above it: add that line or take this one away."
            begun = None
        elif marks.almost.fullmatch(line):
            yield number, f"`{mark}` looks like a mark: write `{marks.begin}` or `{marks.end}`, or say it differently."
    if begun is not None:
        yield begun, f"`{marks.begin}` is never closed: put `{marks.end}` after its last line."


def marked(source: str, marks: Marks) -> list[int]:
    """Lines, counted from 0, that are marks."""
    return [n for n, line in enumerate(source.split("\n")) if line.strip() in (marks.begin, marks.end)]


def for_nbgrader(source: str, marks: Marks) -> str:
    """The cell with the marks that nbgrader knows."""
    words = {marks.begin: marks.nbgrader_begin, marks.end: marks.nbgrader_end}
    return "\n".join(_indent(line) + words[line.strip()] if line.strip() in words else line for line in _lines(source))


def stubbed(source: str, marks: Marks) -> str:
    """The cell as the learner gets it."""
    kept = []
    for line, inside in _walk(source, marks):
        if line.strip() == marks.begin:
            kept.append(_indent(line) + marks.stub)
        elif not inside and line.strip() != marks.end:
            kept.append(line)
    return "\n".join(kept)


def solved(source: str, marks: Marks) -> str:
    """The cell with its solution and without the marks."""
    return "\n".join(line for line in _lines(source) if line.strip() not in (marks.begin, marks.end))


def solutions(source: str, marks: Marks) -> list[list[str]]:
    """What the learner does not get, one list of lines a region, without blank lines and indents."""
    found: list[list[str]] = []
    for line, inside in _walk(source, marks):
        if line.strip() == marks.begin:
            found.append([])
        elif inside and line.strip():
            found[-1].append(line.strip())
    return [lines for lines in found if lines]


def _walk(source: str, marks: Marks) -> Iterator[tuple[str, bool]]:
    inside = False
    for line in _lines(source):
        inside = (inside or line.strip() == marks.begin) and line.strip() != marks.end
        yield line, inside


def _lines(source: str) -> list[str]:
    return source.split("\n")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
