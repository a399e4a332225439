"""What lessons import from `course`."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from sklearn.datasets import load_digits, load_wine

from course import data, plots


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


PICTURES = {
    "level": lambda value: plots.level(["Ada", "Ben"], [9, 4], value, xlabel="basket", ylabel="apples", title="t"),
    "level of nothing": lambda value: plots.level(["Ada"], value, xlabel="basket", ylabel="apples", title="t"),
    "balance": lambda value: plots.balance([60, 70, 90], [1, 0, -3], value, xlabel="mark", title="t"),
    "lines": lambda value: plots.lines({"a": [1, 2, 4], "b": value}, xlabel="x", ylabel="y", title="t"),
    "point": lambda value: plots.lines({"a": [1, 2]}, xlabel="x", ylabel="y", title="t", point=(value, 2), band=(1, 2)),
}
GIVEN = {"level of nothing": [5.0], "lines": [3.0, 2.0]}


@pytest.mark.parametrize("name", PICTURES)
def test_every_axis_is_labelled_and_the_title_is_there(name):
    ax = PICTURES[name](GIVEN.get(name, 3.5))
    assert ax.get_title() == "t"
    assert ax.get_xlabel()
    assert ax.get_ylabel() or not ax.get_yticks().size


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("unwritten", [..., None])
def test_what_is_not_written_yet_is_left_out(name, unwritten):
    drawn, complete = PICTURES[name](unwritten), PICTURES[name](GIVEN.get(name, 3.5))
    marks = [len(ax.lines) + len(ax.collections) + len(ax.patches) for ax in (drawn, complete)]
    assert marks[0] < marks[1]


@pytest.mark.parametrize("picture", [plots.level, plots.lines])
def test_an_empty_frame_says_why_it_is_empty(picture):
    given = (["a"], ...) if picture is plots.level else ({"a": ...},)
    ax = picture(*given, xlabel="x", ylabel="y", title="t")
    assert [text.get_text() for text in ax.texts] == ["nothing to draw yet: the exercise above is not written"]


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_small(name):
    width, height = PICTURES[name](GIVEN.get(name, 3.5)).figure.get_size_inches()
    assert width <= 5
    assert height <= 3


def test_the_beam_reaches_an_average_outside_the_values():
    ax = plots.balance([1, 5], [3, -1], -1.0)
    left, right = ax.get_xlim()
    assert left < -1 < 5 < right


def test_a_shorter_series_stands_in_the_middle():
    ax = plots.lines({"signal": np.arange(7), "window of 3": np.ones(5)}, xlabel="x", ylabel="y", title="t")
    assert list(ax.lines[1].get_xdata()) == [1, 2, 3, 4, 5]


def test_names_at_the_ends_of_lines_keep_their_distance():
    ax = plots.lines({"a": [0, 1], "b": [0, 1.001], "c": [0, 1]}, xlabel="x", ylabel="y", title="t")
    heights = sorted(text.get_position()[1] for text in ax.texts)
    assert min(np.diff(heights)) > 0.05


def test_lines_may_be_drawn_into_a_panel():
    panel = plots.panels(2)[1]
    assert plots.lines({"a": [1, 2]}, xlabel="x", ylabel="y", title="t", ax=panel) is panel
    assert len(panel.lines) == 1


def test_panels_are_as_many_as_asked_for():
    assert [len(plots.panels(count)) for count in (1, 3)] == [1, 3]


def test_the_digits_are_those_of_scikit_learn():
    images, labels = load_digits(return_X_y=True)
    X, y = data.digits()
    np.testing.assert_array_equal(X, images / 16)
    np.testing.assert_array_equal(y, labels)


def test_the_wines_are_those_of_scikit_learn():
    for given, expected in zip(data.wine(), load_wine(return_X_y=True), strict=True):
        np.testing.assert_array_equal(given, expected)
    data.wine()[0][:] = 0
    assert data.wine()[0].all()


@pytest.mark.parametrize("make", [data.rings, data.xor, data.spirals])
def test_made_data_come_from_the_generator_alone(make):
    (X, labels), (again, same_labels) = (make(200, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(X, again)
    np.testing.assert_array_equal(labels, same_labels)
    assert X.shape == (200, 2)
    assert set(labels) == {0, 1}
    assert not np.array_equal(X, make(200, np.random.default_rng(4))[0])


@pytest.mark.parametrize("make", [data.rings, data.xor, data.spirals])
def test_no_line_parts_the_made_data(make):
    X, labels = make(600, np.random.default_rng(0))
    inputs = np.column_stack([X, np.ones(len(X))])
    line, *_ = np.linalg.lstsq(inputs, 2 * labels - 1, rcond=None)
    assert np.mean((inputs @ line > 0) == labels) < 0.75


def test_regions_and_images_leave_out_what_is_not_written():
    X, labels = data.rings(50, np.random.default_rng(0))
    full = plots.regions(X, labels, lambda places: np.zeros(len(places), dtype=int), title="t")
    empty = plots.regions(X, labels, lambda places: ..., title="t")
    assert len(empty.collections) == len(full.collections) - 1
    assert plots.images(..., title="t").axes[0].texts[0].get_text().startswith("nothing to draw yet")


def test_no_line_is_known_by_its_colour_alone():
    ax = plots.lines({"a": [0, 1], "b": [1, 0], "c": [2, 2], "d": [3, 1]}, xlabel="x", ylabel="y", title="t")
    assert len({line.get_linestyle() for line in ax.lines}) == 4


def test_names_at_the_ends_stay_below_the_title():
    ax = plots.lines({"a": [0, 1], "b": [0, 1], "c": [0, 1]}, xlabel="x", ylabel="y", title="t")
    heights = sorted(ax.transLimits.transform(text.get_position())[1] for text in ax.texts)
    assert heights[-1] <= 0.96 + 1e-9
    assert np.diff(heights).min() > 0.069


def test_a_clearly_negative_pixel_bears_a_minus():
    figure = plots.images([[4.0, -0.5, -2.0, -4.0], [0.0, 1.0, 2.0, 3.0]], columns=2, signed=True, title="t")
    places = [ax.collections[0].get_offsets().tolist() for ax in figure.axes]
    assert places == [[[0.0, 1.0], [1.0, 1.0]], []]


def test_images_share_one_scale():
    figure = plots.images([[0.0, 1.0, 2.0, 4.0], [0.0, 0.0, 0.0, 1.0]], names=[7, 8], columns=2, title="t")
    assert [ax.images[0].get_clim() for ax in figure.axes] == [(0.0, 4.0)] * 2
    assert [ax.get_title() for ax in figure.axes] == ["7", "8"]
