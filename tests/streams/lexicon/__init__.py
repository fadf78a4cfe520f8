"""Tests of what the rules know."""
