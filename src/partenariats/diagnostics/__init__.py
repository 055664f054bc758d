"""What we have to say about an event: rules, diagnostics, reports."""
