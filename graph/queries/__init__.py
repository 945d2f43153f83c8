"""What one may ask: one question a file, each written once over the View protocol."""
