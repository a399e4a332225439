"""What typical errors compute in lesson 07, one module an exercise; each docstring is the hint."""
