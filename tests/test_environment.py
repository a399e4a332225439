"""One set of bounds, told to pip, conda, Binder and CI: these tests hold the files together."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import nbformat
import pytest
import yaml
from jupytext.sync_contentsmanager import build_sync_jupytext_contents_manager_class
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

SUPPORTED = ("3.11", "3.12", "3.13")
CONDA_NAMES = {"matplotlib": "matplotlib-base", "msgpack": "msgpack-python"}  # where they differ from PyPI's


@pytest.fixture(scope="module")
def pyproject(project):
    return tomllib.loads((project / "pyproject.toml").read_text())


@pytest.fixture(scope="module")
def runtime(pyproject):
    """What the course needs, and the backend that installs it without a network."""
    backend = [r for r in pyproject["project"]["optional-dependencies"]["dev"] if r.startswith("hatchling")]
    return [Requirement(line) for line in pyproject["project"]["dependencies"] + backend]


@pytest.fixture(scope="module")
def lock(project):
    return (project / "requirements.lock").read_text()


@pytest.fixture(scope="module")
def conda(project):
    return yaml.safe_load((project / "environment.yml").read_text())


def locked_versions(lock, python):
    """name -> version of what the lock installs on Linux with this Python."""
    surroundings = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": "linux",
        "os_name": "posix",
        "platform_system": "Linux",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "extra": "",
    }
    versions = {}
    for line in re.findall(r"^[A-Za-z0-9].*?(?= \\$)", lock, flags=re.MULTILINE):
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate(surroundings):
            (pin,) = requirement.specifier
            versions[canonicalize_name(requirement.name)] = pin.version
    return versions


def files_of_the_project(project, destination):
    """A copy of what a clone would hold, with what is not committed yet."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (project / name).is_file():
            (destination / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(project / name, destination / name)


# ---- the lock


@pytest.mark.parametrize("python", SUPPORTED)
def test_the_lock_satisfies_every_bound_on_every_python(pyproject, lock, python):
    locked = locked_versions(lock, python)
    extras = pyproject["project"]["optional-dependencies"].values()
    for line in [*pyproject["project"]["dependencies"], *(line for extra in extras for line in extra)]:
        requirement = Requirement(line)
        assert locked[canonicalize_name(requirement.name)] in requirement.specifier, line


def test_the_lock_names_no_host_and_hashes_everything(lock):
    assert "://" not in lock
    assert "--index" not in lock
    pinned = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(pinned) > 100
    assert [entry.split()[0] for entry in pinned if "--hash=sha256:" not in entry] == []


def test_the_lock_has_the_backend_that_installs_the_course(pyproject, lock):
    assert set(pyproject["build-system"]["requires"]) <= set(locked_versions(lock, "3.11"))


# ---- supported Pythons


def test_every_file_supports_the_same_pythons(project, pyproject):
    bounds = SpecifierSet(pyproject["project"]["requires-python"])
    assert [f"3.{minor}" for minor in range(30) if f"3.{minor}.9" in bounds] == list(SUPPORTED)
    assert f"PYTHONS := {' '.join(SUPPORTED)}\n" in (project / "Makefile").read_text()
    workflow = yaml.safe_load((project / ".github/workflows/ci.yml").read_text())
    steps = workflow["jobs"]["test"]["steps"]
    (versions,) = (step["with"]["python-version"].split() for step in steps if "setup-python" in step.get("uses", ""))
    assert sorted(versions) == list(SUPPORTED)
    assert [step["run"] for step in steps if "run" in step] == [".ci/run"]


def test_ci_calls_the_test_command_of_the_readme(project):
    assert (project / ".ci/run").read_text().splitlines()[-1] == "make test"


# ---- conda and Binder


def test_conda_gets_every_requirement_with_the_same_bounds(conda, runtime):
    wanted = {CONDA_NAMES.get(r.name, r.name): r.specifier for r in runtime}
    named = {r.name: r.specifier for r in map(Requirement, (d for d in conda["dependencies"] if "python=" not in d))}
    assert named.pop("pip") == SpecifierSet()
    assert named == wanted


def test_conda_admits_what_the_lock_installs(conda, lock):
    (python,) = (d.removeprefix("python=") for d in conda["dependencies"] if d.startswith("python="))
    assert python in SUPPORTED
    locked = locked_versions(lock, python)
    pypi_names = {conda_name: name for name, conda_name in CONDA_NAMES.items()}
    for requirement in map(Requirement, (d for d in conda["dependencies"] if "python=" not in d and d != "pip")):
        assert locked[pypi_names.get(requirement.name, requirement.name)] in requirement.specifier


def test_conda_bounds_jupyterlab_which_binder_has_in_an_older_version(conda):
    (jupyterlab,) = (Requirement(d) for d in conda["dependencies"] if d.startswith("jupyterlab"))
    assert "4.4.9" not in jupyterlab.specifier
    assert "5.0" not in jupyterlab.specifier


def test_binder_renders_our_environment(project, tmp_path, monkeypatch):
    from repo2docker.buildpacks import CondaBuildPack

    files_of_the_project(project, tmp_path)
    monkeypatch.chdir(tmp_path)
    pack = CondaBuildPack("base-image")
    pack.platform = "linux/amd64"
    assert pack.detect()
    assert not pack.binder_dir  # such a folder would hide the files at the root
    assert pack.python_version == "3.12"
    dockerfile = pack.render({"NB_UID": "1000", "NB_USER": "learner"})
    assert re.search(r"env update .*environment\.yml", dockerfile.replace("\\\n", ""))
    assert re.search(r"^RUN \./postBuild$", dockerfile, flags=re.MULTILINE)
    assert os.access("postBuild", os.X_OK)


def test_binder_finds_the_lessons_and_no_answers(project, tmp_path):
    """Runs postBuild itself on a copy, with an installation folder of its own."""
    home, installed = tmp_path / "home", tmp_path / "installed"
    home.mkdir()
    files_of_the_project(project, home)
    (home / ".git").mkdir()
    subprocess.run(
        ["./postBuild"],
        cwd=home, check=True, capture_output=True, env=os.environ | {"PIP_TARGET": str(installed), "PIP_NO_INDEX": "1"},
    )  # fmt: skip
    left = {path.name for path in home.iterdir()}
    assert left <= {"notebooks", "docs", "README.md", "LICENSE", "LICENSE-PROSE"}
    assert "LICENSE" in left

    # What lessons need is installed all the same.
    for package in ("autograder", "course"):
        for path in (project / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert (installed / path.relative_to(project)).is_file(), path
    assert (installed / "share/jupyter/lab/settings/overrides.json").is_file()


# ---- JupyterLab


def test_jupyterlab_takes_our_settings(project):
    """Lab checks each override against its schema when it starts; ours are in the environment without a step."""
    from jupyterlab_server.settings_utils import get_settings

    lab = Path(sys.prefix) / "share/jupyter/lab"
    wanted = json.loads((project / "autograder/jupyterlab/overrides.json").read_text())
    assert json.loads((lab / "settings/overrides.json").read_text()) == wanted
    for plugin, settings in wanted.items():
        found, warnings = get_settings(
            str(lab / "schemas"), str(lab / "schemas"), "", schema_name=plugin, overrides=wanted,
            labextensions_path=[str(lab.parent / "labextensions")],
        )  # fmt: skip
        assert not any(warnings)
        properties = found["schema"]["properties"]
        assert {name: properties[name]["default"] for name in settings} == settings


def test_saving_a_lesson_in_jupyterlab_keeps_its_text(project, tmp_path):
    """Opening a lesson as a notebook and saving it changes not one byte."""
    shutil.copy(project / "pyproject.toml", tmp_path)
    shutil.copytree(project / "solutions", tmp_path / "solutions", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    manager = jupytext_contents_manager(tmp_path)
    lessons = sorted((project / "solutions").glob("*.py"))
    assert lessons
    for lesson in lessons:
        path = f"solutions/{lesson.name}"
        notebook = manager.get(path, type="notebook")["content"]
        # As JupyterLab sends it back: with a kernel, ids and outputs.
        notebook["metadata"]["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook["metadata"]["language_info"] = {"name": "python", "version": "3.12"}
        for number, cell in enumerate(notebook["cells"]):
            cell["id"] = f"cell-{number}"
            cell["metadata"]["trusted"] = True
        manager.save({"type": "notebook", "format": "json", "content": notebook}, path)
        assert (tmp_path / path).read_text() == lesson.read_text()
    assert sorted(path.name for path in (tmp_path / "solutions").iterdir()) == [lesson.name for lesson in lessons]


def test_a_cell_added_in_jupyterlab_looks_like_the_others(project, tmp_path):
    shutil.copy(project / "pyproject.toml", tmp_path)
    (tmp_path / "lesson.py").write_text("# %%\n1 + 1\n")
    manager = jupytext_contents_manager(tmp_path)
    notebook = manager.get("lesson.py", type="notebook")["content"]
    notebook["cells"].insert(0, nbformat.v4.new_markdown_cell("## Now add"))
    manager.save({"type": "notebook", "format": "json", "content": notebook}, "lesson.py")
    assert (tmp_path / "lesson.py").read_text() == '# %% [markdown]\nr"""\n## Now add\n"""\n\n# %%\n1 + 1\n'


def jupytext_contents_manager(root):
    from jupyter_server.services.contents.largefilemanager import LargeFileManager

    manager = build_sync_jupytext_contents_manager_class(LargeFileManager)()
    manager.root_dir = str(root)
    return manager


# ---- commands


def test_make_help_lists_every_command(project):
    shown = subprocess.run(["make", "help"], cwd=project, check=True, capture_output=True, text=True).stdout
    (phony,) = re.findall(r"^\.PHONY: (.*)", (project / "Makefile").read_text(), flags=re.MULTILINE)
    assert set(re.findall(r"^  make (\w+) ", shown, flags=re.MULTILINE)) == set(phony.split()) - {"others"}


@pytest.mark.parametrize(("ci", "code", "said"), [("true", 1, "a skip counts as a failure"), ("", 0, "1 skipped")])
def test_a_skip_is_a_failure_in_ci_only(project, tmp_path, ci, code, said):
    shutil.copy(project / "tests/conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text('import pytest\ndef test_it():\n    pytest.skip("nothing here")\n')
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--rootdir", str(tmp_path), "-c", os.devnull, "-p", "no:cacheprovider", "."],
        cwd=tmp_path, check=False, capture_output=True, text=True, env=os.environ | {"CI": ci},
    )  # fmt: skip
    assert run.returncode == code
    assert said in run.stdout
