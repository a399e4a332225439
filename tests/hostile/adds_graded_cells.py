"""Adds graded cells of its own invention, and a second copy of each that is there."""


# earns: normalize
# says: cells have the id
# %% right: normalize
# %% make
def make(notebook, path):
    extra = {"grade": True, "locked": True, "points": 20, "schema_version": 3, "solution": False, "task": False}
    for cell in [cell for cell in notebook["cells"] if cell["source"].startswith("check")]:
        notebook["cells"].append({**cell, "metadata": {"nbgrader": {**extra, "grade_id": "bonus"}}})
    return notebook
