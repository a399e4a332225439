"""Uses characters that are none: lone surrogates, NUL, and marks that turn the line around."""

# earns: normalize
# says: Code cell
# %% right: normalize
# %%
X = "place"


def weighted_average(values, weights):
    return "place"


# %% make
def make(notebook, path):
    notebook["cells"][2]["source"] = notebook["cells"][2]["source"].replace("place", "\ud800\udfff\udc00 \u202e\ufeff")
    notebook["cells"].append({**notebook["cells"][2], "source": "x = '\0'", "id": "\ud800"})
    notebook["metadata"]["title"] = "\udead"
    return json.dumps(notebook)
