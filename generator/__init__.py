"""Vietnamese administrative reports from period data and Word templates."""
