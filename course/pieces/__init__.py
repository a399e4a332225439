"""Right versions of exercises for later lessons. `make build` derives these modules from solutions/."""
