"""Orders that nobody can foresee.

A learner's own test is asked about right and wrong functions. One that counts how often it was
called, and looks at nothing, must not earn points because it knows the order in which they come.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from autograder.alike import misfit, same
from autograder.compare import Handle, definition_of

Item = TypeVar("Item")
_TIMES = 4  # that each suspect is asked about, so that guessing does not help either
_CHANCE = random.SystemRandom()


def unforeseen(items: Iterable[Item]) -> list[Item]:
    """The same items in another order."""
    mixed = list(items)
    _CHANCE.shuffle(mixed)
    return mixed


def tells_apart(function: Handle, *suspects: Callable[..., Any]) -> None:
    """The learner's own test must say of each suspect what the definition says, whenever it is asked.

    The evidence is that of the first suspect for which it does not, whatever the order was.
    """
    before = len(function.calls)
    order = unforeseen([*range(len(suspects))] * _TIMES)
    for number in order:
        function.ask(suspects[number])
    asked = list(zip(order, function.calls[before:], strict=True))
    del function.calls[before:]
    for number, suspect in enumerate(suspects):
        expected = definition_of(function)(suspect)
        calls = [call for turn, call in asked if turn == number]
        wrong = [call for call in calls if not same(call.answer.value, expected)]
        function.calls.append((wrong or calls)[0])
        if wrong:
            function.fail(misfit(function.value(wrong[0].answer), expected))
