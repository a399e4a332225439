"""Is a file that opens a hundred thousand lists."""


# refused
# says: The file is JSON that no notebook program writes
# %% make
def make(notebook, path):
    return '{"nbformat": 4, "metadata": ' + "[" * 100_000 + "]" * 100_000 + ', "cells": []}'
