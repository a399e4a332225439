"""What typical errors compute in lesson 08, one module an exercise; each docstring is the hint."""
