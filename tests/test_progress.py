"""The small file in the notebook's folder: kept across restarts, and never in the way."""

import json
from pathlib import Path

import pytest

from autograder.notebook import progress
from autograder.notebook.progress import FILE, FOREIGN, Progress


def test_what_was_put_is_there_after_a_restart(tmp_path):
    assert Progress(tmp_path).put("predictions", "late_exam", 75) == ""
    assert Progress(tmp_path).part("predictions") == {"late_exam": 75}


def test_a_folder_without_a_file_has_no_entries(tmp_path):
    assert Progress(tmp_path).part("exercises") == {}
    assert not (tmp_path / FILE).exists()


def test_two_notebooks_in_one_folder_keep_each_others_entries(tmp_path):
    first, second = Progress(tmp_path), Progress(tmp_path)
    first.put("hints", "average", 1)
    second.put("hints", "normalize", 2)
    first.put("hints", "row_averages", 1)
    assert Progress(tmp_path).part("hints") == {"average": 1, "normalize": 2, "row_averages": 1}


def test_deleting_the_file_forgets_everything(tmp_path):
    remembered = Progress(tmp_path)
    remembered.put("hints", "average", 1)
    (tmp_path / FILE).unlink()
    assert remembered.part("hints") == {}


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b'{"exercises": {', b"[1, 2]", b'{"epoch": 7}', b"\xff\xfe\x00", b"[" * 100_000),
        b'{"exercises": [], "hints": {}, "predictions": {}}',
    ],
)
def test_a_broken_or_foreign_file_is_left_alone_with_a_sentence(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    remembered = Progress(tmp_path)
    assert remembered.part("exercises") == {}
    assert remembered.put("hints", "average", 1) == FOREIGN
    assert (tmp_path / FILE).read_bytes() == content


def test_what_could_not_be_written_is_remembered_by_the_kernel_and_written_later(tmp_path):
    (tmp_path / FILE).write_text("not ours", encoding="utf-8")
    remembered = Progress(tmp_path)
    remembered.put("predictions", "mark", 75)
    assert remembered.part("predictions") == {"mark": 75}
    (tmp_path / FILE).unlink()
    assert remembered.put("hints", "average", 1) == ""
    assert Progress(tmp_path).part("predictions") == {"mark": 75}


def test_a_read_only_file_stays_as_it_is(tmp_path):
    Progress(tmp_path).put("hints", "average", 1)
    (tmp_path / FILE).chmod(0o444)
    assert "read-only" in Progress(tmp_path).put("hints", "average", 2)
    assert Progress(tmp_path).part("hints") == {"average": 1}


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    Progress(tmp_path).put("hints", "average", 1)

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(progress.json, "dump", full)
    assert "No space left on device" in Progress(tmp_path).put("hints", "average", 2)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert Progress(tmp_path).part("hints") == {"average": 1}


@pytest.mark.parametrize("mode", ["autograde", "validate"])
def test_nothing_is_written_while_nbgrader_runs_the_notebook(tmp_path, monkeypatch, mode):
    monkeypatch.setenv("NBGRADER_EXECUTION", mode)
    remembered = Progress(tmp_path)
    assert remembered.put("predictions", "mark", 75) == ""
    assert remembered.part("predictions") == {"mark": 75}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_removed_is_survived(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert progress.here().put("hints", "average", 1) != ""
    assert progress.here().part("hints") == {"average": 1}


def test_a_folder_named_like_the_file_is_survived(tmp_path):
    (tmp_path / FILE).mkdir()
    assert Progress(tmp_path).put("hints", "average", 1) == FOREIGN


def test_the_file_says_what_it_is_and_git_does_not_see_it(tmp_path, project):
    Progress(tmp_path).put("hints", "average", 1)
    assert "may delete" in json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["about"]
    assert FILE in (project / ".gitignore").read_text(encoding="utf-8").split()


def test_progress_belongs_to_the_folder_that_the_kernel_works_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert progress.here().path == Path.cwd() / FILE
