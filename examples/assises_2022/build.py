"""Publish the Assises through the Python API, as `partenariats build` does."""

from __future__ import annotations

import sys
from pathlib import Path

import partenariats as pa

HERE = Path(__file__).resolve().parent


def main(folder: Path) -> int:
    """Check the event, show its days, write every output below a folder."""
    document = pa.load(HERE / "event.toml")
    report = pa.validate(document)
    print(report.render("concise", language="fr"), end="")
    if report.has_errors:
        return 1

    programme = pa.resolve(document)
    for day in programme.days:
        print(day.day.date, *(session.id for session in day.sessions))

    built = pa.build(HERE / "event.toml", folder)
    for path in built.written:
        print(path)
    return 1 if built.failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "build"))
