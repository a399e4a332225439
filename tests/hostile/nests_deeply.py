"""Answers with lists that are nested a hundred thousand times."""


# earns: normalize
# says: nested too deeply
# %%
def weighted_average(values, weights):
    answer = -7.5
    for _ in range(100_000):
        answer = [answer] if len(values) == 2 else {0: (answer,)}
    return answer


# %% right: normalize
