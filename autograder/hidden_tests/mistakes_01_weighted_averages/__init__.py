"""What typical errors compute in lesson 01, one module an exercise; each docstring is the hint."""
