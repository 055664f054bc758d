"""Events from programmes as people write them: Markdown, plain text, HTML and DOCX."""
