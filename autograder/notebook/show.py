"""What the learner sees, made of a few kinds of blocks: HTML in a notebook, text elsewhere.

Colours come from JupyterLab's theme, so that they fit a light and a dark one, and no
meaning rests on colour alone. Everything is escaped: a learner's string may hold markup.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Protocol, Self

_STYLE = Path(__file__).with_name("show.css")
_WIDTH = 88


@dataclass(frozen=True, repr=False)
class Shown:
    """Something to look at."""

    text: str
    html: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/plain": self.text, "text/html": self.html}

    def show(self) -> Self:
        """Show it here and now, also where it is not the last thing in a cell."""
        from IPython.display import display

        display(self)
        return self


class Block(Protocol):
    """A part of what is shown."""

    def text(self) -> str: ...
    def html(self) -> str: ...


@dataclass(frozen=True)
class Paragraph:
    """Sentences, with `code` between backticks."""

    sentence: str
    kind: str = "plain"

    def text(self) -> str:
        return _wrapped(self.sentence)

    def html(self) -> str:
        return f'<p class="{self.kind}">{_inline(self.sentence)}</p>'


@dataclass(frozen=True)
class Heading:
    """A verdict, what it is about, and points."""

    verdict: str
    name: str
    points: str = ""

    def text(self) -> str:
        return f"[{self.verdict}] {self.name}" + (f"  {self.points}" if self.points else "")

    def html(self) -> str:
        points = f' <span class="points">{escape(self.points)}</span>' if self.points else ""
        return f"<p>{_badge(self.verdict)} <strong>{escape(self.name)}</strong>{points}</p>"


@dataclass(frozen=True)
class Test:
    """The sentence of a test, and what was seen when it failed."""

    __test__ = False

    verdict: str
    sentence: str
    evidence: str = ""
    hint: str = ""

    def text(self) -> str:
        told = [f"[{self.verdict}] {self.sentence}"]
        told += ["    " + line for line in self.evidence.splitlines()]
        if self.hint:
            told.append(_wrapped(self.hint, "    "))
        return "\n".join(told)

    def html(self) -> str:
        evidence = f"<pre>{escape(self.evidence)}</pre>" if self.evidence else ""
        hint = f'<p class="hint">{_inline(self.hint)}</p>' if self.hint else ""
        return f'<div class="test"><div>{_badge(self.verdict)}{_inline(self.sentence)}</div>{evidence}{hint}</div>'


@dataclass(frozen=True)
class Folded:
    """Blocks behind a line that opens them."""

    summary: str
    blocks: Sequence[Block]

    def text(self) -> str:
        return "\n".join(block.text() for block in self.blocks)

    def html(self) -> str:
        inside = "".join(block.html() for block in self.blocks)
        return f"<details><summary>{escape(self.summary)}</summary>{inside}</details>"


@dataclass(frozen=True)
class Steps:
    """A numbered list."""

    steps: Sequence[str]

    def text(self) -> str:
        return "\n".join(_wrapped(step, "   ", f"{number}. ") for number, step in enumerate(self.steps, start=1))

    def html(self) -> str:
        return "<ol>" + "".join(f"<li>{_inline(step)}</li>" for step in self.steps) + "</ol>"


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first cell of a row is its name, and a header is optional."""

    rows: Sequence[Sequence[str]]
    header: Sequence[str] = ()

    def text(self) -> str:
        lines = [self.header, *self.rows] if self.header else self.rows
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
        )

    def html(self) -> str:
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in self.header)
        body = ""
        for name, *cells in self.rows:
            filled = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            body += f'<tr><th scope="row">{escape(name)}</th>{filled}</tr>'
        return f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{body}</tbody></table>"


def shown(*blocks: Block) -> Shown:
    """The blocks, one under the other."""
    text = "\n".join(block.text() for block in blocks)
    style = _STYLE.read_text(encoding="utf-8")
    inside = "".join(block.html() for block in blocks)
    return Shown(text, f'<div class="course-report"><style>{style}</style>{inside}</div>')


def message(*sentences: str) -> Shown:
    """Sentences and nothing else; empty ones are left out."""
    return shown(*(Paragraph(sentence) for sentence in sentences if sentence))


def _badge(verdict: str) -> str:
    return f'<span class="verdict {verdict.replace(" ", "-")}">{escape(verdict)}</span>'


def _inline(sentence: str) -> str:
    """Escaped, with what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(sentence))


def _wrapped(sentence: str, indent: str = "", first: str | None = None) -> str:
    start = indent if first is None else first
    return textwrap.fill(sentence, _WIDTH, initial_indent=start, subsequent_indent=indent, break_long_words=False)
