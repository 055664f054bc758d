"""The door: tickets, who came in where, doors without a network, and what people attended."""
