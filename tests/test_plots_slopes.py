"""Pictures of going downhill."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course import data, plots


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def parabola(w):
    return 2 * w**2


def bowl(weights):
    return weights[0] ** 2 + 3 * weights[1] ** 2


AREA = {"across": (-2, 2), "up": (-1, 1)}
PICTURES = {
    "fit": lambda value: plots.fit([0, 1, 2], [1, 3, 4], value, xlabel="x", ylabel="y", title="t"),
    "descent": lambda value: plots.descent(parabola, {"a": value}, along=(-2, 2), title="t"),
    "landscape": lambda value: plots.landscape(bowl, {"a": value}, title="t", **AREA),
}
GIVEN = {"fit": (1.5, 1.0), "descent": [[1.0], [0.5]], "landscape": [[1.0, 0.5], [0.5, 0.2]]}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("unwritten", [..., None])
def test_what_is_not_written_yet_is_left_out(name, unwritten):
    drawn, complete = PICTURES[name](unwritten), PICTURES[name](GIVEN[name])
    assert len(drawn.lines) < len(complete.lines)
    assert (drawn.get_title(), bool(drawn.get_xlabel()), bool(drawn.get_ylabel())) == ("t", True, True)


def test_the_mistakes_of_a_line_reach_from_the_points_to_the_line():
    ax = PICTURES["fit"](GIVEN["fit"])
    ends = [(start[1], end[1]) for start, end in ax.collections[0].get_segments()]
    np.testing.assert_allclose(ends, [(1, 1), (3, 2.5), (4, 4)])


def test_the_slope_is_that_of_the_line_through_both_feet():
    ax = plots.slope(parabola, 0.5, 0.25, along=(-2, 2), xlabel="w", ylabel="loss")
    x, y = ax.lines[1].get_data()
    np.testing.assert_allclose((y[1] - y[0]) / (x[1] - x[0]), 2.0)
    feet_x, feet_y = ax.lines[2].get_data()
    np.testing.assert_allclose(feet_y, np.interp(feet_x, x, y))


def test_a_path_stands_on_its_curve():
    ax = PICTURES["descent"]([[1.0], [0.5], [-0.25]])
    x, y = ax.lines[1].get_data()
    np.testing.assert_allclose(x, [1.0, 0.5, -0.25])
    np.testing.assert_allclose(y, parabola(x))


def test_a_path_that_flies_away_does_not_stretch_the_picture():
    limits = [PICTURES["descent"](path).axis() for path in ([[1.0], [0.5]], [[1.0], [50.0]])]
    assert limits[0] == limits[1]


def test_paths_end_in_different_marks():
    ax = plots.landscape(bowl, {"a": GIVEN["landscape"], "b": GIVEN["landscape"]}, **AREA)
    assert ax.lines[2].get_marker() != ax.lines[5].get_marker()
    assert [text.get_text() for text in ax.texts] == ["a", "b"]


@pytest.mark.parametrize("scales", [("linear", "linear"), ("log", "log")])
def test_names_at_the_ends_of_lines_keep_their_distance_on_any_scale(scales):
    ax = plots.lines({"a": [1, 10], "b": [1, 10.01]}, x=[1, 100], xlabel="x", ylabel="y", title="t", scales=scales)
    places = ax.transAxes.inverted().transform(ax.transData.transform([text.get_position() for text in ax.texts]))
    assert np.ptp(places[:, 1]) > 0.05


def test_the_diabetes_data_are_those_of_scikit_learn():
    from sklearn.datasets import load_diabetes

    X, y = data.diabetes()
    bunch = load_diabetes(scaled=False)
    np.testing.assert_array_equal(X, bunch.data)
    np.testing.assert_array_equal(y, bunch.target)
    assert len(data.DIABETES_INPUTS) == X.shape[1]
