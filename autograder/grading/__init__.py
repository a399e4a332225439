"""Grade handed-in notebooks, each in a process of its own."""
