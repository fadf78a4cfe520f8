"""Prometheus' own tool checks its configuration and the alerts."""
