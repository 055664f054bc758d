"""Write the pages that are made from the code."""

from pathlib import Path

from generate.pages import write_pages

write_pages(Path(__file__).parents[1])
