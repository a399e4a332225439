"""Check, hint and predict: all that a lesson imports.

What does the work is imported at the first call, so that the first cell of a lesson is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.notebook.show import Shown

__all__ = ["check", "hint", "predict"]


def check(exercise: Any = None) -> Shown:
    """Say what holds for an exercise, as in `check("average")`; without a name, how the lesson stands."""
    from autograder.notebook import checking

    return checking.check(exercise)


def hint(exercise: Any = None) -> None:
    """Show the next step of an exercise, one further with each call; without a name, of the next exercise."""
    from autograder.notebook import hints

    hints.hint(exercise)


def predict(name: str, expected: Any = ..., **happened: Any) -> None:
    """Keep what you expect: `predict("mark", 75)`. Later, `predict("mark", happened=value)` compares."""
    from autograder.notebook import predicting

    predicting.predict(name, expected, **happened)
