"""Keep functions right and wrong under a name, for the tests that learners write.

A lesson's `suspects_*` module fills two dicts. Each name reads on in a sentence: "a right one passes: one ..." or
"a wrong one is caught: ...".
"""

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

Suspects = dict[str, Callable[..., Any]]


def keeper(where: Suspects) -> Callable[[str], Callable[[Callable[..., Any]], Callable[..., Any]]]:
    """A decorator that keeps a function in `where`, under the name that it is given; NumPy does not warn in it."""

    def under(name):
        def keep(function):
            @functools.wraps(function)
            def quietly(*args, **kwargs):
                with np.errstate(all="ignore"):
                    return function(*args, **kwargs)

            where[name] = quietly
            return quietly

        return keep

    return under
