"""Pictures of calculations."""

import matplotlib.pyplot as plt
import pytest

from course import plots

STEPS = [("a", "ab", -3), ("b", "ab", 2), ("ab", "y", 1), ("a", "y", 1)]
DATA = {"a": 2, "b": -3, "ab": -6, "y": -4}


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def texts(ax):
    return [text.get_text().strip() for text in ax.texts if text.get_text().strip()]


def test_a_graph_has_a_box_for_each_number_and_a_slope_for_each_step():
    ax = plots.graph(STEPS, DATA, title="Two paths")
    assert ax.get_title() == "Two paths"
    assert set(texts(ax)) == {"a = 2", "b = -3", "ab = -6", "y = -4", "×-3", "×2", "×1"}


def test_gradients_stand_in_their_boxes():
    ax = plots.graph(STEPS, DATA, {"a": -2.0, "b": 2.0, "ab": 1, "y": ...}, title="Back")
    assert {"grad -2", "grad 2", "grad 1"} <= set(texts(ax))
    assert sum("grad" in text for text in texts(ax)) == 2 * 3  # each box holds both lines


def test_what_was_made_of_a_number_stands_to_its_right():
    ax = plots.graph(STEPS, DATA, title="Right")
    across = {text.get_text().split(" ")[0]: text.get_position()[0] for text in ax.texts if " = " in text.get_text()}
    assert across["a"] == across["b"] < across["ab"] < across["y"]


def test_a_graph_of_what_is_not_written_says_so():
    ax = plots.graph(STEPS, {**DATA, "y": ...}, title="Empty")
    assert any("nothing to draw yet" in text for text in texts(ax))
