"""Opens the gradebook and tells what stands in it."""

# earns: normalize
# says: cell \d+ stopped with
# needs: files
# %%
import sqlite3

rows = sqlite3.connect(f"file:{class_folder}/gradebook.db?mode=ro", uri=True).execute("select * from grade").fetchall()
raise ValueError(rows)
# %% right: normalize
