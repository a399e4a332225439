"""Prove the hidden tests: mistakes, alternatives and mutants."""
