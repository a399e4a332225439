"""Pictures of mistakes, losses, results and tables."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course import plots

LABELS = {"xlabel": "x", "title": "t"}
NOTHING = "nothing to draw yet: the exercise above is not written"


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


PICTURES = {
    "valleys": lambda value: plots.valleys({"a": value}, x=[0, 1, 2], ylabel="y", **LABELS),
    "spread": lambda value: plots.spread({"a": value}, **LABELS),
    "table": lambda value: plots.table([value] * 3 if isinstance(value, list) else value, ylabel="y", **LABELS),
    "confusion": lambda value: plots.confusion([value] * 3 if isinstance(value, list) else value, title="t"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_small_and_labelled_and_say_why_they_are_empty(name):
    full = PICTURES[name]([3, 1, 2])
    width, height = full.figure.get_size_inches()
    assert width <= 5
    assert height <= 3
    assert (full.get_title(), bool(full.get_xlabel())) == ("t", True)
    for unwritten in (..., None):
        assert NOTHING in [text.get_text() for text in PICTURES[name](unwritten).texts]


def test_results_of_an_unwritten_exercise_are_left_out():
    ax = plots.spread({"mine": [..., ...], "given": [0.5]}, **LABELS)
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["given"]


@pytest.mark.parametrize("unwritten", [..., None])
def test_a_prediction_that_is_not_written_misses_nobody(unwritten):
    with_one, without = plots.misses([1, 2, 9], 4.0, **LABELS), plots.misses([1, 2, 9], unwritten, **LABELS)
    assert [text.get_text() for text in with_one.texts] == ["4"]
    assert len(without.collections) == 1 < len(with_one.collections)


def test_a_valley_is_marked_where_the_loss_is_lowest():
    ax = plots.valleys({"a": [4, 1, 3], "b": [2, 3, 1]}, x=[10, 20, 30], ylabel="y", **LABELS)
    assert [tuple(dots.get_offsets()[0]) for dots in ax.collections] == [(20, 1), (30, 1)]
    assert {"20", "30"} <= {text.get_text() for text in ax.texts}
    assert len({line.get_linestyle() for line in ax.lines}) == 2


def test_a_table_shows_every_number_in_its_place():
    ax = plots.table([[0.5, 2000], [3, 4]], rows=["r", "s"], columns=["u", "v"], ylabel="y", **LABELS)
    assert {text.get_position(): text.get_text() for text in ax.texts} == {
        (0, 0): "0.5",
        (1, 0): "2e+03",
        (0, 1): "3",
        (1, 1): "4",
    }
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["u", "v"]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["r", "s"]


def test_hits_are_framed_and_do_not_drown_the_mistakes():
    matrix = np.array([[1623, 2], [7, 0]])
    ax = plots.confusion(matrix, names=["no", "yes"], title="t")
    assert [text.get_text() for text in ax.texts] == ["1623", "2", "7", "0"]
    np.testing.assert_array_equal(ax.images[0].get_array(), [[0, 2], [7, 0]])
    assert [patch.get_xy() for patch in ax.patches] == [(-0.5, -0.5), (0.5, 0.5)]
    assert matrix[0, 0] == 1623
