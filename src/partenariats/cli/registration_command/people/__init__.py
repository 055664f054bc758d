"""Commands about one person, or about all of them."""
