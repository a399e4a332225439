"""What typical errors compute in lesson 03, one module an exercise; each docstring is the hint."""
