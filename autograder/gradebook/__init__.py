"""The course in nbgrader: its configuration, its database, its exports."""
