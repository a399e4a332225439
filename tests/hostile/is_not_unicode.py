"""Is a file with bytes that are no text in any encoding of Unicode."""


# refused
# says: The file is not UTF-8 text
# %% right: normalize
# %% make
def make(notebook, path):
    return json.dumps(notebook).encode().replace(b"normalize", b"\xc3\x28\xed\xa0\x80\xff")
