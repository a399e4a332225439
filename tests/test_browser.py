"""People use the course in JupyterLab: a learner, an instructor and a maintainer, each in a real browser.

The pictures of the README are taken here.
"""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright")  # it comes with the environment of maintainers
from browser import SECONDS, Lab, Notebook, choose, make_lab, new_browser, take_picture
from course_copy import answered, copy_of_course, hand_in, solutions, stubs
from playwright.sync_api import Browser, FrameLocator, Page, expect

pytestmark = pytest.mark.browser
LESSON = "01_weighted_averages"


@pytest.fixture(scope="module")
def lab(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with make_lab(copy_of_course(project, tmp_path_factory.mktemp("lab") / "course")) as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with new_browser(chromium) as fresh:
        yield fresh


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(SECONDS * 1000)
    yield page
    page.close()


def test_make_lab_opens_the_first_lesson_and_nothing_stands_in_the_way(lab, page):
    page.goto(lab.first_page)
    notebook = Notebook(page)
    expect(notebook.page).to_have_url(re.compile("/lab/tree/notebooks/00_start_here/00_start_here.ipynb"))
    expect(page.get_by_role("heading", name="Start here")).to_be_visible()
    notebook.run(notebook.cell("from autograder import"))
    expect(notebook.run(notebook.cell('friends = ["Ada"'))).to_contain_text("25")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(page.locator(".jp-Notification-Toast")).to_have_count(0)


def test_a_learner_errs_reads_the_hint_and_repairs(lab, page, screenshots):
    lab.open(page, f"notebooks/{LESSON}/{LESSON}.ipynb")
    notebook = Notebook(page)
    exercise = notebook.cell("def weighted_average(")
    notebook.edit(exercise)
    choose(page, "Run", "Run All Above Selected Cell")
    notebook.wait_until_idle()
    beam = notebook.cell("Most of the weight lies on the exam")
    page.set_viewport_size({"width": 1280, "height": 1010})  # the opening and the first picture fit
    choose(page, "View", "File Browser")  # which closes it
    notebook.page.locator(".jp-Notebook .jp-Cell").first.scroll_into_view_if_needed()
    expect(beam.locator("img")).to_be_visible()
    take_picture(page, screenshots / "lesson.png")
    check = notebook.cell('check("weighted_average")')
    expect(notebook.run(check)).to_contain_text("not started")

    notebook.type_over_last_line(
        exercise,
        "values, weights = np.asarray(values), np.asarray(weights)\nreturn values @ weights / len(weights)",
    )
    notebook.run(exercise)
    report = notebook.run(check)
    expect(report).to_contain_text("not yet")
    expect(report).to_contain_text("weighted_average([1, 5], [3, 1]) gave 4.0")
    expect(report.locator(".hint")).to_contain_text("Divide by the total weight")
    notebook.edit(notebook.cell("def show_exam("))  # the cells in the picture are not selected
    exercise.scroll_into_view_if_needed()
    take_picture(page, screenshots / "hint.png", exercise, check)

    notebook.type_over_last_line(
        exercise,
        "if len(values) != len(weights) or sum(weights) == 0: raise ValueError('there is no average')\n"
        "return values @ weights / sum(weights)",
    )
    notebook.run(exercise)
    report = notebook.run(check)
    expect(report).to_contain_text("3 of 3 points")
    expect(report.locator(".verdict").first).to_have_text("passed")


def test_a_slider_that_is_moved_draws_its_picture_anew(lab, page):
    lab.open(page, f"notebooks/{LESSON}/{LESSON}.ipynb")
    notebook = Notebook(page)
    cell = notebook.cell("interactive(show_exam")
    notebook.edit(cell)
    choose(page, "Run", "Run All Above Selected Cell")
    notebook.wait_until_idle()
    shown = notebook.run(cell)
    picture = shown.locator("img")
    expect(picture).to_be_visible()
    before = picture.get_attribute("src")
    shown.get_by_role("slider").press("ArrowRight")
    expect(shown.locator(".widget-readout")).to_have_text("3.50")
    expect(picture).not_to_have_attribute("src", before)


def test_an_instructor_sees_a_submission_graded_and_marks_the_rest(lab, page, screenshots):
    by_the_count = "return np.asarray(values) @ np.asarray(weights) / len(weights)"
    answers = solutions(lab.folder, LESSON)
    answers["weighted_average"] = answered(stubs(lab.folder, LESSON)["weighted_average"], by_the_count)
    hand_in(lab.folder, "ada", LESSON, answers, "The weight is negative: a larger input makes the output smaller.")

    lab.open(page)
    choose(page, "Nbgrader", "Formgrader")
    formgrader = page.frame_locator("iframe")
    row = formgrader.locator("tr", has_text=LESSON)
    row.locator(".assign a").click()
    succeeds(formgrader, "Successfully created the student version")
    row.locator(".num-submissions a").click()
    row = formgrader.locator("tr", has_text="ada")
    row.locator(".autograde a").click()
    succeeds(formgrader, "Successfully autograded")
    expect(row.locator(".status")).to_have_text("needs manual grading")
    expect(row.locator(".score")).to_have_text("17 / 24")

    formgrader.get_by_text("Manual Grading").first.click()
    formgrader.locator("td").get_by_text(LESSON).click()  # the assignment
    formgrader.locator("td").get_by_text(LESSON).click()  # its notebook
    formgrader.get_by_text("Submission #1").click()
    points = {name: formgrader.locator(f"input.score#{name}") for name in (*answers, "explain_01")}
    expect(points["weighted_average"]).to_have_attribute("placeholder", "0")
    expect(points["is_weighted_average"]).to_have_attribute("placeholder", "4")
    expect(formgrader.locator("body")).to_contain_text("Divide by the total weight, not by how many weights there are.")
    points["weighted_average"].scroll_into_view_if_needed()
    take_picture(page, screenshots / "formgrader.png")
    expect(points["explain_01"]).to_contain_class("needs_manual_grade")
    points["explain_01"].fill("3")
    points["explain_01"].press("Tab")
    expect(points["explain_01"]).not_to_contain_class("needs_manual_grade")

    formgrader.get_by_role("link", name=LESSON).last.click()  # up, to all submissions of the notebook
    row = formgrader.locator("tr", has_text="Submission #1")
    expect(row.locator(".score")).to_have_text("20 / 24")


def succeeds(formgrader: FrameLocator, sentence: str) -> None:
    """Read what formgrader reports, and close it."""
    report = formgrader.locator(".modal.in")
    expect(report).to_contain_text(sentence)
    report.get_by_role("button", name="OK").click()
    expect(formgrader.locator(".modal")).to_have_count(0)


def test_a_maintainer_opens_a_lesson_as_a_notebook_and_saving_changes_only_what_was_changed(lab, page):
    source = lab.folder / "solutions" / f"{LESSON}.py"
    before = source.read_text(encoding="utf-8")
    lab.open(page)
    files = page.locator(".jp-DirListing-item")
    files.get_by_text("solutions", exact=True).dblclick()
    files.get_by_text(source.name, exact=True).dblclick()
    notebook = Notebook(page)
    prose = notebook.cell("A course ends with three marks")
    prose.dblclick()
    prose.locator(".cm-line", has_text="Homework and project count once").click()
    page.keyboard.press("End")
    page.keyboard.type(" Is that fair?")
    page.keyboard.press("Shift+Enter")
    notebook.run(notebook.cell("pieces = ["))  # its output must not be saved
    notebook.save()
    compared = difflib.ndiff(before.splitlines(), source.read_text("utf-8").splitlines())
    assert [line for line in compared if line[0] in "+-"] == [
        "- Homework and project count once, and the exam counts three times.",
        "+ Homework and project count once, and the exam counts three times. Is that fair?",
    ]
