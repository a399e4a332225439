"""Loops for ever while the notebook is run, with signals ignored, before the right answer is written."""

# earns: normalize
# says: Code cell 3 took too long \(.*\) and was left out
# %%
import signal

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGXCPU):
    signal.signal(number, signal.SIG_IGN)
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
# %% right: normalize
