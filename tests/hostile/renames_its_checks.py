"""Gives the check cell of a solved exercise the identity of an unsolved one."""


# earns: normalize
# says: check cell of weighted_average was changed
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %%
# metadata: {"nbgrader": {"grade": true, "grade_id": "weighted_average", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}}
check("normalize")


# %% make
def make(notebook, path):
    for cell in notebook["cells"]:
        if cell["source"] == 'check("weighted_average")':
            cell["source"] = 'check("normalize")  # check("weighted_average")'
    return notebook
