"""Run `python -m partenariats`."""

from partenariats.cli.main import main

main()
