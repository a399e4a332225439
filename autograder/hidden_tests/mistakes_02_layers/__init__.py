"""What typical errors compute in lesson 02, one module an exercise; each docstring is the hint."""
