"""Answers with lists and dictionaries that change while they are read."""


# earns: normalize
# says: weighted_average
# %%
class Growing(list):
    def __iter__(self):
        while True:
            yield Growing([self])

    __len__ = lambda self: 2**40


class Shrinking(dict):
    def items(self):
        yield from ((Growing(), n) for n in range(10**12))


def weighted_average(values, weights):
    return [Growing([1]), Shrinking(a=1)]


# %% right: normalize
