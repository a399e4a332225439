"""Asks in its metadata for a kernel, a language and extensions of its own choice."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %% make
def make(notebook, path):
    notebook["metadata"] = {
        "kernelspec": {"name": "bash", "language": "bash", "display_name": "../../bin/sh"},
        "language_info": {"name": "bash"},
        "papermill": {"parameters": {"points": 20}},
        "celltoolbar": "Create Assignment",
        "path": "../../../",
    }
    return notebook
