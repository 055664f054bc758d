"""The best allocation as a flow of least cost, in the integers of Python."""
