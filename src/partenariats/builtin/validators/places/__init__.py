"""The `PLC` rules: where things take place."""
