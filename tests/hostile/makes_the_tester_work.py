"""Has the function that the test passes in multiply a long list by 200, in the tester's own process (1.6 GB)."""


# earns: normalize
# says: is_weighted_average\(f\)
# never: the tester did it
# %%
def is_weighted_average(f):
    try:
        f([[0] * 10**6, [0]], [200, 1])
    except TypeError as error:
        raise ValueError("the tester did it") from error
    return False


# %% right: normalize
