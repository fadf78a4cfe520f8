"""Tests of finding copies."""
