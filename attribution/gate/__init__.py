"""The gate: findings of many stories against thresholds, for a desk and for continuous integration."""
