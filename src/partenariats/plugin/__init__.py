"""How plugins come in: the hooks they fill, and what they offer."""

from partenariats.plugin.hookspecs import hookimpl

__all__ = ["hookimpl"]
