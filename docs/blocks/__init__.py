"""The code blocks of our pages: found, run, and compared with what the page shows."""
