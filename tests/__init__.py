"""The tests of Musnad."""
