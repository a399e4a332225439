"""Answers with a text of a quarter of a gigabyte, and with one just below the limit of a message."""

# earns: normalize
# says: more data than fits|too large to send|did not finish
# %%
calls = []


def weighted_average(values, weights):
    calls.append(1)
    return "2" * {1: 2**28, 2: 15 * 2**20, 3: 2**24}.get(len(calls), 10)


# %% right: normalize
