"""Functions as hidden tests get them."""

from autograder.compare import Handle
from autograder.work import LocalWork


def handle(function, right=None):
    """A handle on a function, and on the right one to compare with."""
    return Handle("f", LocalWork({"f": function}), right)


def learner(source):
    """The functions of a cell."""
    namespace = {"__name__": "__main__"}
    exec(compile(source, "<cell>", "exec"), namespace)
    return LocalWork(namespace)
