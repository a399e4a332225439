"""Compare the learner's answers with what is right.

A hidden test gets a `Handle` for an exercise: calling it calls the learner's function.
The functions below compare the answer with the exercise's definition and raise
`NotYet` with evidence: the call and what came of it, never what was expected.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NoReturn

import numpy as np

from autograder.alike import RTOL, SLACK, asked_for, misfit, numbers_in, same, shapes
from autograder.plain import describe
from autograder.shown import show
from autograder.work import Answer, Work

View = Callable[[Any], Any]


class NotYet(Exception):
    """The answer is not right; the message is the evidence that the learner reads."""


class NotStarted(Exception):
    """The function still returns `...`, or is not there."""


@dataclass(frozen=True)
class Call:
    """One call that a test made, and what came of it.

    Where the exercise is a class, `program` is what the test ran with it, as a learner would type it.
    Where chance decides an answer, `view` makes of it what does not depend on chance, within `rtol`.
    """

    exercise: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    answer: Answer
    view: View | None = None
    rtol: float = RTOL
    program: str = ""
    handed_on: tuple[Call, int] | None = None  # argument number i is the second part of what an earlier call gave

    def again(self, work: Work) -> Answer:
        """What another function makes of this call, with what it handed on itself before."""
        args = self.args
        if self.handed_on is not None:
            earlier, position = self.handed_on
            answer = earlier.again(work)
            if not isinstance(answer.value, list | tuple) or len(answer.value) != 2:
                return answer
            args = (*args[:position], answer.value[1], *args[position + 1 :])
        return work.call(self.exercise, args, self.kwargs)

    def seen(self, answer: Answer) -> Any:
        """What is compared of an answer to this call. Raises whatever `view` raises on an answer of another form."""
        return self.view(answer.value) if self.view else answer.value

    def __str__(self) -> str:
        if self.program:
            return self.program
        given = [show(arg) for arg in self.args] + [f"{key}={show(arg)}" for key, arg in self.kwargs.items()]
        return f"{self.exercise}({', '.join(given)})"

    def evidence(self) -> str:
        """The call and what the learner's function made of it."""
        if self.program:
            return f"{self}\n{self._came_of_it()}"
        return f"{self} {self._came_of_it()}"

    def _came_of_it(self) -> str:
        answer = self.answer
        if answer.stopped:
            return answer.stopped
        if answer.raised:
            message = f": {answer.raised.message}" if answer.raised.message else ""
            return "\n".join([f"raised {answer.raised.kind}{message}", *answer.raised.lines])
        if answer.not_plain:
            return f"gave {answer.not_plain}"
        if self.program and isinstance(answer.value, dict):
            return "gave " + ", ".join(f"{asked} = {show(value)}" for asked, value in answer.value.items())
        return f"gave {show(answer.value)}"


class Handle:
    """A learner's function as a test sees it: call it with plain data, get plain data.

    `definition` is the slow, right version of the exercise. Every call is kept in `calls`. Where the exercise is
    a class, a call is a program (see `autograder.programs`), and `typed` makes a text of it.
    """

    def __init__(
        self,
        name: str,
        work: Work,
        definition: Callable[..., Any] | None = None,
        stand_ins: Mapping[str, Callable[..., Any]] | None = None,
        typed: Callable[..., str] | None = None,
        seconds: float | None = None,
    ):
        self.name = name
        self.definition = definition
        self.calls: list[Call] = []
        self._work = work
        self._stand_ins = dict(stand_ins or {})
        self._typed = typed or getattr(definition, "typed", None)
        self._seconds = seconds

    def ask(self, *args: Any, **kwargs: Any) -> Answer:
        """Call the learner's function; an exception of theirs is part of the answer."""
        if not self._work.has(self.name):
            raise NotStarted
        answer = self._work.call(self.name, args, kwargs, self._stand_ins, self._seconds)
        if answer.value is ...:
            raise NotStarted
        program = self._typed(*args, **kwargs) if self._typed else ""
        self.calls.append(Call(self.name, args, kwargs, answer, program=program))
        return answer

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The learner's value. Raises `NotYet` when there is none."""
        return self.value(self.ask(*args, **kwargs))

    def value(self, answer: Answer) -> Any:
        """The value of the latest answer. Raises `NotYet` when there is none."""
        if answer.not_plain or answer.stopped or answer.raised:
            self.fail("where plain numbers are asked for" if answer.not_plain else "")
        return answer.value

    def fail(self, reason: str = "") -> NoReturn:
        """Raise `NotYet` with the latest call as evidence, and a reason in words."""
        raise NotYet(self.calls[-1].evidence() + (f", {reason}" if reason else ""))


def agrees(function: Handle, *args: Any, rtol: float = RTOL, view: View | None = None, **kwargs: Any) -> Any:
    """The learner's value, which must be the definition's; a shape is compared by `has_shape`.

    With `view`, `view(value)` must agree: for answers that depend on chance, a summary that does not.
    """
    value = function(*args, **kwargs)
    expected = definition_of(function)(*args, **kwargs)
    if view is not None:
        call = function.calls[-1] = replace(function.calls[-1], view=view, rtol=rtol)
        right = view(expected)
        try:
            value, expected = call.seen(call.answer), right
        except Exception:  # the view takes for granted what the learner's value lacks
            function.fail(misfit(value, expected) or "of another form than asked for")
    if not same(value, expected, rtol):
        function.fail(misfit(value, expected))
    return value


def has_shape(function: Handle, *args: Any, **kwargs: Any) -> None:
    """The learner's value must have the shape of the definition's; of several in a list or tuple, each its own."""
    value = function(*args, **kwargs)
    expected = definition_of(function)(*args, **kwargs)
    given, wanted = shapes(value, expected), shapes(expected, expected)
    if given != wanted:
        apart = isinstance(wanted, list)
        several = (
            f"of shapes {given}, where {wanted} are asked for" if given else f"where {describe(expected)} is asked for"
        )
        function.fail(several if apart else asked_for(numbers_in(value), np.shape(expected)))


def lies_in(function: Handle, bounds: tuple[float, float], *args: Any, **kwargs: Any) -> float:
    """The learner's value, which must be one number within the bounds; a shape is compared by `has_shape`."""
    numbers = numbers_in(function(*args, **kwargs))
    if numbers is None or numbers.size != 1:
        function.fail("where one number is asked for")
    if not bounds[0] - SLACK <= numbers.item() <= bounds[1] + SLACK:
        function.fail(f"where a number from {bounds[0]} to {bounds[1]} is asked for")
    return float(numbers.item())


def refuses(function: Handle, *args: Any, **kwargs: Any) -> None:
    """The learner's function must raise a `ValueError` that says what was wrong."""
    answer = function.ask(*args, **kwargs)
    if answer.raised is None:
        function.fail("" if answer.stopped else "where a ValueError is asked for")
    elif "ValueError" not in answer.raised.kinds:
        function.fail()
    elif not answer.raised.message.strip():
        function.fail("without a message that says what was wrong")


def leaves_alone(function: Handle, *args: Any, **kwargs: Any) -> None:
    """The call must not change its arguments."""
    function(*args, **kwargs)
    left_alone(function)


def left_alone(function: Handle) -> None:
    """The latest call must not have changed its arguments."""
    if function.calls[-1].answer.changed:
        raise NotYet(f"{function.calls[-1]} changed the argument that it was given")


def definition_of(function: Handle) -> Callable[..., Any]:
    """The definition of the exercise. It works on copies: mistakes repeat a call, generators too, as it was made."""
    right = function.definition
    if right is None:
        raise LookupError(f"no @definition({function.name!r})")
    return lambda *args, **kwargs: right(*copy.deepcopy(args), **copy.deepcopy(kwargs))
