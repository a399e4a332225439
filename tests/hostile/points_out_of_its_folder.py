"""Uses names with `..` and absolute paths wherever a notebook can have a name."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# student: --json ..;rm -rf .; [red]
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %% make
def make(notebook, path):
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = "../../../" + "x" * number
        cell["attachments"] = {"../../gradebook.db": {"image/png": "AAAA"}, "/etc/passwd": {"text/plain": "x"}}
        cell["metadata"] = {"name": "../../../gradebook", "nbgrader": {"grade_id": f"../../{number}", "solution": True}}
    notebook["metadata"] = {"name": "../../0_right/01_weighted_averages/01_weighted_averages"}
    (path.parent / "..%2f..%2f.ipynb").write_text("{}")
    return notebook
