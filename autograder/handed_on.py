"""Compare functions that hand a state on from one call to the next, as optimisers do.

Such a function gives two parts: what it is for, and a state that its next call gets back.
What the state is made of is the learner's choice. So the definition goes the same way with a
state of its own, and only the first parts are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from autograder import layers
from autograder.alike import RTOL, same
from autograder.compare import Call, Handle

PLAIN = "where numbers, arrays, lists, tuples and dicts are asked for"


def agrees_step_by_step(
    function: Handle, calls: Iterable[tuple[Any, ...]], state: int, rtol: float = RTOL, **settings: Any
) -> None:
    """Each of the calls must give the definition's first part.

    `calls` are arguments without the state, which is argument number `state` and `None` at first.
    """
    right = function.definition
    if right is None:
        raise LookupError(f"no @definition({function.name!r})")
    theirs = ours = before = None
    wrong: Call | None = None
    reason = ""
    for args in calls:
        expected, ours = right(*args[:state], ours, *args[state:], **settings)
        answer = function.ask(*args[:state], theirs, *args[state:], **settings)
        call = replace(function.calls[-1], view=first_part, rtol=rtol, handed_on=before)
        function.calls[-1] = call
        if answer.not_plain:
            function.fail(PLAIN)
        if answer.stopped or answer.raised:
            function.fail()
        if not isinstance(answer.value, list | tuple) or len(answer.value) != 2:
            function.fail("where two things are asked for: a network and a state")
        if wrong is None and not same(call.seen(answer), expected, rtol):
            wrong, reason = call, layers.not_right(call.seen(answer), expected, same)
        theirs, before = answer.value[1], (call, state)
    if wrong is not None:
        # The steps after the first wrong one tell mistakes apart; the evidence is the first.
        function.calls[:] = [*(call for call in function.calls if call is not wrong), wrong]
        function.fail(reason)


def first_part(answer: Any) -> Any:
    """What a function is for, without the state that it hands on."""
    return answer[0]
