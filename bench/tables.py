"""Tables of measurements: in the terminal, and in the page that shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text


@dataclass
class Table:
    """A table with a name, by which the page finds its place."""

    name: str
    title: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def show(self, console: Console) -> None:
        """Print it."""
        table = RichTable(title=Text(self.title), title_justify="left")
        for number, column in enumerate(self.columns):
            table.add_column(column, justify="right" if number else "left", overflow="fold")
        for row in self.rows:
            table.add_row(*map(Text, row))
        console.print(table, *map(Text, self.notes), sep="\n")

    def markdown(self) -> str:
        """It as Markdown."""
        head = [list(self.columns), ["---", *["---:"] * (len(self.columns) - 1)]]
        lines = ["| " + " | ".join(row) + " |" for row in [*head, *self.rows]]
        return "\n".join([f"{self.title}:", "", *lines, *(f"\n{note}" for note in self.notes)])


def write_into(page: Path, table: Table) -> None:
    """Put a table between its two marks in a page. Raises `LookupError` when the page has none."""
    begin, end = f"<!-- bench: {table.name} -->\n", "<!-- end -->"
    text = page.read_text(encoding="utf-8")
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if not pattern.search(text):
        raise LookupError(f"{page} has no place for the table {table.name}: {begin.strip()} ... {end}")
    page.write_text(pattern.sub(lambda _: f"{begin}\n{table.markdown()}\n\n{end}", text), encoding="utf-8")
