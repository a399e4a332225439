"""Right solutions of lesson 01, written differently."""
