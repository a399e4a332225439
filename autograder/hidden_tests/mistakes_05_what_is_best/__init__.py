"""What typical errors compute in lesson 05, one module an exercise; each docstring is the hint."""
