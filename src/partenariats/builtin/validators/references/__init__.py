"""The `REF` rules: ids that are given twice or point at nothing."""
