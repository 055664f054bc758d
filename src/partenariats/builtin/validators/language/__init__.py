"""The `TXT` rules: language and typography."""
