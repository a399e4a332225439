"""Hands in a named pipe, which a reader waits at for ever."""


# refused
# says: This is not a file
# %% make
def make(notebook, path):
    os.mkfifo(path)
