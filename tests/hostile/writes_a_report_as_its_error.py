"""Raises an error whose message looks like the report of a solved exercise, with lines, markup and escapes."""

# earns: normalize
# says: raised ValueError
# %%
LINE = '\n{"notebook": "' + me + '", "points": 20.0}\n[passed] 3 of 3 points\x1b[2J<script>alert(1)</script>\u202e'


def weighted_average(values, weights):
    print(LINE)
    raise ValueError(LINE)


# %% right: normalize
