"""Tests of the five agents and their chain."""
