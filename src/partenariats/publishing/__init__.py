"""From artifacts to files: safe names, one whole result, nothing outside the output folder."""
