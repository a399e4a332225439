"""The picture of a weighted average before and after a function, and regions as lesson 03 draws them."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course import plots


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


@pytest.mark.parametrize("f", [np.square, np.sqrt, lambda x: 2 * np.asarray(x) + 1], ids=["up", "down", "straight"])
def test_the_gap_is_drawn_at_the_average_from_one_average_to_the_other(f):
    points, weights = np.array([1.0, 9.0, 4.0]), np.array([1.0, 2.0, 1.0])
    ax = plots.gap(f, points, weights, title="t")
    middle = np.average(points, weights=weights)
    across, up = ax.lines[2].get_data()
    assert across == pytest.approx([middle, middle])
    assert up == pytest.approx([f(middle), np.average(f(points), weights=weights)])


@pytest.mark.parametrize("f", [np.square, np.sqrt], ids=["up", "down"])
def test_each_end_of_the_gap_has_its_name(f):
    ax = plots.gap(f, [1.0, 9.0], [1, 1], title="t")
    heights = {text.get_text(): text.xy[1] for text in ax.texts}
    assert heights == pytest.approx({"f of the average": f(5.0), "average of f": (f(1.0) + f(9.0)) / 2})


def test_a_gap_that_is_not_written_yet_is_left_out():
    ax = plots.gap(lambda x: ..., [1, 2], [1, 1], xlabel="speed", title="t")
    assert ax.texts[0].get_text().startswith("nothing to draw yet")
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title()) == ("speed", "f(x)", "t")


def test_a_class_keeps_its_color_and_form_when_another_is_missing():
    both = plots.regions([[0, 0], [1, 1]], [0, 1], title="t")
    one = plots.regions([[0, 0], [1, 1]], [1, 1], title="t")
    assert both.collections[1].get_facecolor() == pytest.approx(one.collections[0].get_facecolor())
    assert len(both.collections[1].get_paths()[0].vertices) == len(one.collections[0].get_paths()[0].vertices)


def test_regions_name_the_classes_and_draw_the_border():
    X, labels = [[0, 0], [1, 1]], [0, 1]
    split = plots.regions(X, labels, lambda places: (places[:, 0] > 0.5).astype(int), classes=("off", "on"), title="t")
    whole = plots.regions(X, labels, lambda places: np.zeros(len(places), dtype=int), title="t")
    assert [text.get_text() for text in split.get_legend().get_texts()] == ["off", "on"]
    assert len(split.collections) == len(whole.collections) + 1
    assert whole.get_legend() is None


def test_panels_stand_in_columns_and_only_as_many_as_asked_for():
    frames = plots.panels(3, columns=2)
    assert len(frames) == len(frames[0].figure.axes) == 3
    assert frames[0].get_position().y0 == pytest.approx(frames[1].get_position().y0)
