"""Has cells that are no cells: numbers, lists, cells of unknown types, sources that are no text."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %% make
def make(notebook, path):
    odd = [None, 7, "code", [[]], {}, {"cell_type": "code"}, {"cell_type": [], "source": "1/0", "metadata": 3}]
    odd += [{"cell_type": "code", "source": {"a": 1}}, {"cell_type": "code", "source": ["a", 7]}, True]
    odd += [{"cell_type": "code", "source": "1", "id": [[]], "metadata": [], "outputs": "x", "attachments": 3}]
    notebook["cells"] = odd + notebook["cells"] + odd
    return notebook
