"""What typical errors compute in lesson 06, one module an exercise; each docstring is the hint."""
