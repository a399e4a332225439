"""Loops for ever and swallows every exception that could stop it."""


# earns: normalize
# says: weighted_average\(.*\) did not finish within
# %%
def weighted_average(values, weights):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


# %% right: normalize
