"""Tests of the ends of the stream."""
