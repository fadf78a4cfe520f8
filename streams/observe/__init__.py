"""What operators see: one canonical log line an article and stage, metrics, and health."""
