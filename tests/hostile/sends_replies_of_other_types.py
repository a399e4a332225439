"""Replies with other types than were asked for: a list, texts for numbers, an exception without a class, a date."""

# earns: normalize
# says: weighted_average\(.*\)
# %%
import sys

import msgpack

replies = [
    [1, 2, 3],
    {"value": 2.0},
    {"value": 2.0, "changed": {"a": 1}, "printed": 7},
    {"raised": {"kinds": [], "message": "", "lines": []}, "changed": [], "printed": ""},
    {"raised": {"kinds": {"ValueError": 1}, "message": [], "lines": 5}, "changed": "abc", "printed": None},
    {"raised": True, "stopped": 1, "changed": [10**18] * 1000, "printed": ["x"]},
    {"value": msgpack.Timestamp(0), "changed": [], "printed": ""},
    {"value": msgpack.ExtType(6, b"{}"), "changed": [], "printed": ""},
    {"value": msgpack.ExtType(7, b"0"), "changed": [], "printed": ""},
    {"value": msgpack.ExtType(1, msgpack.packb(["|O", [1], bytes(8)])), "changed": [], "printed": ""},
    {"value": msgpack.ExtType(1, msgpack.packb(["<f8", [-1, 2**62], bytes(8)])), "changed": [], "printed": ""},
    {"points": 20.0, "verdict": "passed", "changed": [], "printed": ""},
]


def weighted_average(values, weights):
    frame = sys._getframe(1)
    while frame:
        if "pack" in frame.f_globals:
            frame.f_globals["pack"] = lambda *args: msgpack.packb(replies.pop())
            break
        frame = frame.f_back
    return -7.5


# %% right: normalize
