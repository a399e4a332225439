"""From solutions/ to notebooks/: read a lesson, say what is wrong with it, let nbgrader make the learner's copy."""
