"""Fills its scratch folder with locked folders, endless paths and links elsewhere, for the cleaner to trip over."""

# earns: normalize
# says: weighted_average\(.*\) gave
# %%
import os


def weighted_average(values, weights):
    if not os.path.exists("trap"):
        os.makedirs("trap/locked/inner")
        os.symlink(class_folder, "trap/link")
        os.symlink(home, "link")
        os.symlink("loop", "loop")
        os.mkfifo("pipe")
        open("bytes\udcff\n", "w").close()
        here = os.getcwd()
        for _ in range(40):
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
        os.chdir(here)
        os.chmod("trap/locked", 0)
        os.chmod("trap", 0)
    return -7.5


# %% right: normalize
