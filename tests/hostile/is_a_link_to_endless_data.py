"""Hands in a link to a device that never ends."""


# refused
# says: not a file|link
# %% make
def make(notebook, path):
    path.symlink_to("/dev/zero")
