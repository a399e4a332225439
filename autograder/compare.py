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

from autograder import layers
from autograder.plain import describe
from autograder.work import Answer, Work

View = Callable[[Any], Any]
_MAX_ITEMS = 12
_MAX_TEXT = 200
RTOL = 1e-5  # a right solution may calculate in float32
_SLACK = 1e-9  # for bounds that rounding may just overstep


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
    given, wanted = _shapes(value, expected), _shapes(expected, expected)
    if given != wanted:
        apart = isinstance(wanted, list)
        several = (
            f"of shapes {given}, where {wanted} are asked for" if given else f"where {describe(expected)} is asked for"
        )
        function.fail(several if apart else _asked_for(_numbers(value), np.shape(expected)))


def lies_in(function: Handle, bounds: tuple[float, float], *args: Any, **kwargs: Any) -> float:
    """The learner's value, which must be one number within the bounds; a shape is compared by `has_shape`."""
    numbers = _numbers(function(*args, **kwargs))
    if numbers is None or numbers.size != 1:
        function.fail("where one number is asked for")
    if not bounds[0] - _SLACK <= numbers.item() <= bounds[1] + _SLACK:
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
    if function.calls[-1].answer.changed:
        raise NotYet(f"{function.calls[-1]} changed the argument that it was given")


def same(value: Any, expected: Any, rtol: float = RTOL) -> bool:
    """Whether two plain values agree: numbers within `rtol` of the largest, the rest exactly."""
    if type(value) is np.ndarray and value.ndim == 0:
        value = value[()]
    if isinstance(expected, str | bool | type(None)):
        return type(value) in (type(expected), np.bool_) and value == expected
    if isinstance(expected, dict):
        return (
            isinstance(value, dict)
            and value.keys() == expected.keys()
            and all(same(value[key], expected[key], rtol) for key in expected)
        )
    if isinstance(expected, set):
        return isinstance(value, set | frozenset) and value == expected
    right = None if isinstance(expected, tuple) else _numbers(expected)
    if right is not None:
        return _close(value, right, rtol)
    if isinstance(expected, list | tuple):
        return (
            isinstance(value, list | tuple)
            and len(value) == len(expected)
            and all(same(v, e, rtol) for v, e in zip(value, expected, strict=True))
        )
    return type(value) is type(expected) and bool(np.array_equal(value, expected))


def form(value: Any) -> tuple[int, ...] | None:
    """The shape of numbers, in an array or in lists; None for anything else."""
    numbers = _numbers(value)
    return None if numbers is None else numbers.shape


def show(value: Any) -> str:
    """A value as a learner would type it, shortened where it is long."""
    if type(value) is np.ndarray:
        beginning = value[(slice(_MAX_ITEMS + 1),) * value.ndim]  # a list of all of it may not fit in memory
        return f"np.array({show(beginning.tolist())})"
    if isinstance(value, np.generic):
        return show(value.item())
    if type(value) is float:
        return f"{value:.10g}" if value % 1 else repr(value)
    if layers.are_layers(value) and (text := layers.described(value)):
        return text
    if isinstance(value, list | tuple):
        items = [show(item) for item in value[:_MAX_ITEMS]] + ["..."] * (len(value) > _MAX_ITEMS)
        inside = ", ".join(items)
        text = f"[{inside}]" if isinstance(value, list) else f"({inside}{',' * (len(value) == 1)})"
        return _shortened(text, 4 * _MAX_TEXT)
    if callable(value) or isinstance(value, np.random.Generator):
        return "f" if callable(value) else "rng"
    return _shortened(repr(value), _MAX_TEXT)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + " ..."


def definition_of(function: Handle) -> Callable[..., Any]:
    """The definition of the exercise. It works on copies: mistakes repeat a call, generators too, as it was made."""
    right = function.definition
    if right is None:
        raise LookupError(f"no @definition({function.name!r})")
    return lambda *args, **kwargs: right(*copy.deepcopy(args), **copy.deepcopy(kwargs))


def _close(value: Any, expected: np.ndarray, rtol: float) -> bool:
    """Numbers of the same count within `rtol` of the largest expected one, whatever their shape."""
    numbers = _numbers(value)
    if numbers is None or numbers.size != expected.size:
        return False
    numbers, expected = numbers.ravel(), expected.ravel()
    finite = np.isfinite(expected)
    if not np.array_equal(numbers[~finite], expected[~finite], equal_nan=True):
        return False
    size = np.abs(expected[finite]).max(initial=0.0)
    tolerance = rtol * size if size else _SLACK
    return bool(np.all(np.abs(numbers[finite] - expected[finite]) <= tolerance))


def _numbers(value: Any) -> np.ndarray | None:
    """The value as an array of floats, or None when it is not numbers."""
    try:
        array = np.asarray(value)
        return array.astype(float) if array.dtype.kind in "biuf" else None
    except (ValueError, TypeError, OverflowError):
        return None


def _shapes(value: Any, expected: Any) -> Any:
    """The shape of numbers, or a list with one for each part where `expected` is a tuple or a list of unlike parts."""
    apart = isinstance(expected, tuple) or (isinstance(expected, list) and form(expected) is None)
    if apart and isinstance(value, list | tuple):
        return [_shapes(part, right) for part, right in zip(value, expected, strict=False)]
    return None if apart else form(value)


def misfit(value: Any, expected: Any) -> str:
    """What is wrong with the form of an answer, or which part of it; "" when it is one part whose numbers differ."""
    if wrong := layers.not_right(value, expected, same):
        return wrong
    if isinstance(expected, str | bool | dict | set | tuple):
        fits = type(value) is type(expected) or (isinstance(value, np.bool_) and isinstance(expected, bool))
        return "" if fits else f"where {describe(expected)} is asked for"
    if form(expected) is None:
        return ""
    numbers = _numbers(value)
    if numbers is None or numbers.size != np.size(expected):
        return _asked_for(numbers, np.shape(expected))
    return ""


def _asked_for(numbers: np.ndarray | None, shape: tuple[int, ...]) -> str:
    """The form that an answer should have had, in words."""
    if not shape:
        return "where one number is asked for"
    if numbers is None:
        return "where an array of numbers is asked for"
    return f"of shape {numbers.shape}, where shape {shape} is asked for"
