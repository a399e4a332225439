"""Writes 400 MB in files that are each small enough."""

# earns: normalize
# says: Code cell
# never: wrote 400 MB
# needs: files
# %%
piece = bytes(20 * 2**20)
for number in range(20):
    with open(f"large {number}", "wb") as file:
        file.write(piece)
raise ValueError("wrote 400 MB")
# %% right: normalize
