"""Pictures of a neuron and of networks."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course import plots

W, b = np.array([[0.5, 0.25], [-2.0, 0.0], [-0.5, 1.0]]), np.array([1.0, -4.0])
NAMES = {"inputs": ["sun", "rain", "wind"], "outputs": ["hiker", "sailor"]}


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def words(ax):
    return [text.get_text() for text in ax.texts]


def test_a_network_has_a_line_for_each_weight_that_is_not_zero():
    ax = plots.network([(W, b)], **NAMES, title="t")
    assert len(ax.lines) == 5
    widths = [line.get_linewidth() for line in ax.lines]
    assert max(widths) == widths[1]  # the weight -2
    assert [line.get_linestyle() for line in ax.lines] == ["-", "--", "--", "-", "-"]


def test_a_network_shows_names_weights_biases_and_values():
    said = words(plots.network([(W, b)], values=[[8, 1, 5], [0.75, 6]], **NAMES))
    assert {"sun", "hiker", "-2", "+1", "-4", "8", "0.75", "6"} <= set(said)


def test_biases_of_zero_are_no_news():
    assert words(plots.network([(W, [0, 0])], **NAMES)) == words(plots.network([W], **NAMES))


def test_a_network_of_many_weights_has_no_numbers_and_a_circle_for_each_value():
    layers = [(np.ones((4, 5)), np.zeros(5)), (np.ones((5, 3)), np.zeros(3))]
    ax = plots.network(layers)
    assert words(ax) == []
    assert [len(circles.get_offsets()) for circles in ax.collections] == [4, 5, 3]


@pytest.mark.parametrize("unwritten", [..., None, [...], [(..., b)], [(W, b), ...], []])
def test_an_unwritten_network_says_so(unwritten):
    ax = plots.network(unwritten, title="t")
    assert words(ax) == ["nothing to draw yet: the exercise above is not written"]
    assert ax.get_title() == "t"


@pytest.mark.parametrize("values", [..., [[8, 1, 5], ...], [[8, 1, 5], [..., ...]]])
def test_circles_stay_empty_while_their_values_are_not_written(values):
    assert words(plots.network([(W, b)], values=values)) == words(plots.network([(W, b)]))


def test_steps_follow_each_other_and_end_at_the_total():
    ax = plots.steps(["bias", "sun", "rain"], [1, 4, -2], 3.0, xlabel="opinion", title="t")
    assert [bar.get_x() for bar in ax.patches] == [0, 1, 5]
    assert [bar.get_width() for bar in ax.patches] == [1, 4, -2]
    assert words(ax) == ["+1", "+4", "-2", "3"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["bias", "sun", "rain", "sum"]
    assert (ax.get_xlabel(), ax.get_title()) == ("opinion", "t")


@pytest.mark.parametrize("unwritten", [..., None])
def test_steps_without_a_total_end_openly(unwritten):
    assert words(plots.steps(["a"], [1], unwritten, xlabel="x", title="t")) == ["+1"]


def test_pictures_of_networks_are_small():
    for ax in (plots.network([W]), plots.steps(["a"], [1], 1, xlabel="x", title="t")):
        width, height = ax.figure.get_size_inches()
        assert width <= 5
        assert height <= 3
