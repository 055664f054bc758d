"""The `THM` rules: themes and workshops."""
