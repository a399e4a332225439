"""Guess first, then look: `predict("mark", 75)`, and below it `predict("mark", happened=82.5)`.

A guess is kept and set beside what happened. Nothing is graded.
"""

from __future__ import annotations

import logging
import math
from typing import Any

import numpy as np

from autograder.alike import same
from autograder.notebook import progress
from autograder.notebook.show import Paragraph, Shown, Table, message, shown
from autograder.plain import describe
from autograder.shown import show as as_typed

logger = logging.getLogger(__name__)
_NOTHING = object()
_MAX_ITEMS = 20
_MAX_TEXT = 200


def predict(name: Any, expected: Any = ..., *, happened: Any = _NOTHING) -> None:
    """Keep the guess `expected` under a name, or set the guess of that name beside what `happened`."""
    try:
        found = _predict(name, expected, happened)
    except Exception:
        logger.debug("predict(%r)", name, exc_info=True)
        found = message("The guess could not be kept or shown; this is no mistake of yours.")
    found.show()


def _predict(name: Any, expected: Any, happened: Any) -> Shown:
    if not isinstance(name, str):
        return message('A guess has a name: predict("mark", 75).')
    problem = ""
    if expected is not ...:
        try:
            problem = progress.here().put("predictions", name, _kept(expected))
        except ValueError as kind:
            return message(f"A guess is a number, a word or a short list of these; this is {kind}.")
    guesses = progress.here().part("predictions")
    if happened is not _NOTHING:
        return _compare(name, guesses, happened, problem)
    if expected is not ...:
        return message(f"Noted: you expect {as_typed(guesses[name])}.", problem)
    if name in guesses:
        return message(f"So far you expect {as_typed(guesses[name])}.")
    return message("What do you expect? Put your guess in place of `...` and run this cell again.")


def _compare(name: str, guesses: dict[str, Any], happened: Any, problem: str) -> Shown:
    if happened is ...:
        return message("There is nothing to see yet: the function that is called here still gives back `...`.")
    try:
        happened = _kept(happened)
        text = as_typed(happened)
    except ValueError as kind:
        text = str(kind)
    if name not in guesses:
        return shown(Table([["it was", text]]), Paragraph("No guess was recorded for it.", "quiet"))
    guess = guesses[name]
    table = Table([["you expected", as_typed(guess)], ["it was", text]])
    remarks = [Paragraph(sentence, "quiet") for sentence in (_difference(guess, happened), problem) if sentence]
    return shown(table, *remarks)


def _difference(guess: Any, happened: Any) -> str:
    """How a guess and what happened differ, in words; "" when there is nothing to say about it."""
    if type(guess) in (int, float) and type(happened) in (int, float):
        if math.isclose(guess, happened, rel_tol=1e-9, abs_tol=1e-12) or guess is happened:
            return "as you expected"
        difference = happened - guess
        if not math.isfinite(difference):
            return ""
        return f"{as_typed(abs(difference))} {'more' if difference > 0 else 'less'} than you expected"
    return "as you expected" if same(happened, guess) else ""


def _kept(value: Any) -> Any:
    """The value as JSON can keep it; `ValueError` with its kind in words for anything else."""
    if isinstance(value, np.ndarray | np.generic) and value.size <= _MAX_ITEMS and value.dtype.kind in "biufU":
        return value.tolist()
    if type(value) in (list, tuple) and len(value) <= _MAX_ITEMS:
        return [_kept(item) for item in value]
    if type(value) in (bool, int, float) or (isinstance(value, str) and len(value) <= _MAX_TEXT):
        return value
    if isinstance(value, list | tuple | str):
        raise ValueError(f"{describe(value)} of length {len(value)}")
    raise ValueError(describe(value))
