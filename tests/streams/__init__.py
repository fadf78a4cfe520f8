"""Tests of everything that runs."""
