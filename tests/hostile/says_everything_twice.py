"""Has every key twice: one notebook for a tool that reads the first, another for one that reads the last."""


# earns: normalize
# says: weighted_average\(.*\) gave -7\.5
# %%
def weighted_average(values, weights):
    return -7.5


# %% right: normalize
# %% make
def make(notebook, path):
    text = json.dumps(notebook)
    return text[:-1] + ', "nbformat": 9, "cells": [], ' + text[1:]
