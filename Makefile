# The commands of the course. All of them set up what they need in .venv first, from requirements.lock;
# that takes a minute the first time and nothing after that. They need Python 3.11 or newer, and make.

PYTHONS := 3.11 3.12 3.13
VENV    := .venv
READY    = $(VENV)/.ready
PYTHON   = $(VENV)/bin/python
QUICK   := not slow and not browser

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help lab test quick build solved fresh grade bundle bench judge screenshots lint format lock clean others

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r target does; do \
	  printf '  make %-12s %s\n' "$$target" "$$does"; \
	done

# ---- for learners

lab: $(READY) ## Open JupyterLab on the first lesson (more options in LAB_ARGS="...")
	$(VENV)/bin/jupyter lab --notebook-dir=. $(ALLOW_ROOT) $(LAB_ARGS) \
	  notebooks/00_start_here/00_start_here.ipynb

fresh: $(READY) ## Bring a clean copy of a lesson back and keep yours: LESSON=01_weighted_averages
	$(PYTHON) -m autograder fresh $(LESSON)

# ---- for instructors

grade: $(READY) ## Grade notebooks or a class folder: PATHS="submitted"
	$(PYTHON) -m autograder grade $(PATHS)

solved: $(READY) ## Build the solved and executed notebooks, to read
	$(PYTHON) -m autograder solved

bundle: $(READY) ## Pack what a class needs, without solutions and hidden tests
	$(PYTHON) -m autograder bundle

# ---- for maintainers

build: $(READY) ## Make notebooks/ from solutions/
	$(PYTHON) -m autograder build

bench: $(READY) ## Measure grading, checks and lessons; takes minutes (parts in BENCH_ARGS="grading checks")
	PYTHONPATH=tests $(PYTHON) -m bench $(BENCH_ARGS)

judge: $(READY) ## Show how well the hidden tests tell right from wrong
	$(PYTHON) -m autograder judge

test: lint others ## Everything: lint, all tests, and the quick tests on every other Python found here
	$(PYTHON) -m pytest $(TEST_ARGS)

quick: others ## The quick tests, on every supported Python found here
	$(PYTHON) -m pytest -m "$(QUICK)" $(TEST_ARGS)

screenshots: $(READY) ## Take the pictures of the README again
	$(PYTHON) -m pytest -m browser --screenshots=docs

lint: $(READY) ## Check style and types
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy

format: $(READY) ## Lay out the code and mend what ruff can mend
	$(VENV)/bin/ruff check --fix
	$(VENV)/bin/ruff format

lock: $(READY) ## Bring requirements.lock in line with pyproject.toml (newer versions: LOCK_ARGS=--upgrade)
	$(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra dev --extra cluster \
	  $(LOCK_ARGS) pyproject.toml --output-file requirements.lock

clean: ## Remove the environments and everything else that make makes
	rm -rf .venv .venv-* build dist .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---- the environments

ALLOW_ROOT = $(if $(filter 0,$(shell id -u)),--allow-root)

# $(call first_python,CANDIDATES): the first that runs, can make an environment and is supported; else nothing.
first_python = for python in $(1); do \
    "$$python" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
      && command -v "$$python" && break; \
  done
pyenv = $(wildcard $(HOME)/.pyenv/versions/$(1)*/bin/python)
ANY_PYTHON = python3 $(foreach version,3.13 3.12 3.11,python$(version) $(call pyenv,$(version))) python

$(VENV)/.ready: requirements.lock pyproject.toml autograder/jupyterlab/overrides.json
	@test -x $(PYTHON) || { \
	  python=$$($(call first_python,$(or $(BASE_PYTHON),$(ANY_PYTHON)))); \
	  test -n "$$python" || { echo "The course needs Python 3.11, 3.12 or 3.13 (with its venv module), and found none."; exit 1; }; \
	  echo "Setting up $(VENV) with $$python"; \
	  "$$python" -m venv --clear $(VENV); \
	}
	@sed -n '/^uv==/,/^    # via/p' requirements.lock > $(VENV)/uv.lock
	@# uv takes seconds. Where it finds no way to the packages, pip takes a minute and gets the same.
	@{ $(PYTHON) -m pip install --quiet --require-hashes -r $(VENV)/uv.lock \
	    && $(VENV)/bin/uv pip sync --quiet --python $(VENV) requirements.lock; } \
	  || $(PYTHON) -m pip install --quiet --require-hashes -r requirements.lock
	@$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@# A kernel that names this Python by its path: without one, JupyterLab asks which kernel a lesson's text file wants.
	@$(PYTHON) -m ipykernel install --sys-prefix > /dev/null 2>&1
	@touch $@

# The quick tests on each supported Python but the one of .venv, each in an environment of its own.
others: $(READY)
	@for version in $(PYTHONS); do \
	  test -e .venv/bin/python$$version && continue; \
	  python=$$($(call first_python,python$$version "$(HOME)"/.pyenv/versions/$$version*/bin/python)); \
	  test -n "$$python" || { echo "Python $$version is not on this machine: not tested"; continue; }; \
	  echo "Quick tests on Python $$version"; \
	  $(MAKE) --no-print-directory VENV=.venv-$$version BASE_PYTHON="$$python" .venv-$$version/.ready \
	    && ".venv-$$version/bin/python" -m pytest -q -m "$(QUICK)" $(TEST_ARGS) || exit 1; \
	done
