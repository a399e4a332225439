"""Takes more memory than it may by spreading it over eight processes (1.6 GB)."""

# earns: normalize
# says: weighted_average|Code cell
# never: held 1600 MB
# needs: processes
# %% right: normalize
# %%
import os
import signal

reader, writer = os.pipe()
children = []
for _ in range(8):
    child = os.fork()
    if child == 0:
        try:
            held = b"x" * (200 * 2**20)
            os.write(writer, held[:1])
        except MemoryError:
            os.write(writer, b"-")
        signal.pause()
    children.append(child)
os.close(writer)
full = [os.read(reader, 1) for _ in children]
for child in children:
    os.kill(child, signal.SIGKILL)
raise ValueError("held 1600 MB" if set(full) == {b"x"} else "held less")
