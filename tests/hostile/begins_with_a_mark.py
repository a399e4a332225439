"""Begins with a byte order mark, ends with spaces, and writes each line of its cells by itself."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %% make
def make(notebook, path):
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
    return b"\xef\xbb\xbf" + json.dumps(notebook).encode() + b"\r\n\r\n"
