"""The `TIM` rules: when things take place."""
