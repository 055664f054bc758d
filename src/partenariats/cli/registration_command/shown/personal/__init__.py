"""What is shown of personal data: what is kept, what was erased, and who got what."""
