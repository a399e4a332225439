"""Brings outputs that say all points were reached, under code that gives none."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %% make
def make(notebook, path):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            data = {"text/plain": "20.0", "application/vnd.nbgrader": {"points": 20}}
            cell["outputs"] = [{"output_type": "execute_result", "execution_count": 1, "data": data, "metadata": {}}]
            cell["execution_count"] = 10**9
    return notebook
