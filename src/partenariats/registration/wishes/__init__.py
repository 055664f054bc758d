"""Workshops and working groups by wishes: what is offered, who wishes, who gets which."""
