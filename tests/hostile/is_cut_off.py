"""Is a file whose second half is missing."""


# refused
# says: The file is not JSON, as a notebook is: see line \d+
# %% right: normalize
# %% make
def make(notebook, path):
    text = json.dumps(notebook)
    return text[: len(text) // 2]
