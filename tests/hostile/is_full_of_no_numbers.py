"""Writes NaN, Infinity and numbers without end where a notebook has numbers."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %% make
def make(notebook, path):
    notebook["nbformat_minor"] = float("nan")
    for cell in notebook["cells"]:
        cell["execution_count"] = float("-inf")
        cell["metadata"] = {"points": float("inf"), "nbgrader": {"grade": True, "points": float("nan")}}
    return json.dumps(notebook)
