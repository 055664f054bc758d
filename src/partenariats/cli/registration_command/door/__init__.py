"""Commands of the door: tickets, who came in, doors without a network, attendance."""
