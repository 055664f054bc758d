"""Forge a million tickets: at random, and genuine ones with some bits wrong. None lets anybody in.

How many can be said: `PARTENARIATS_FORGERIES=1000 python tests/proof/tickets.py`.
"""

from __future__ import annotations

import base64
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random

from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.door.ticketing.tickets import TicketError, read_ticket, ticket_of

COUNT = int(os.environ.get("PARTENARIATS_FORGERIES", "1000000"))
CHANCE = Random(2026)
EVENT = "assises-2022"
BITS = 240
KEPT = (0, 1, 4, 16)
"""How much of a genuine ticket somebody may copy: the key, the event, the reference as well."""


def forged(genuine: list[bytes]) -> Iterator[bytes]:
    """Give what stands in forged tickets: half of them at random, half bent."""
    for number in range(COUNT):
        one = CHANCE.choice(genuine)
        if number % 2:
            size = CHANCE.choice(KEPT)
            yield one[:size] + CHANCE.randbytes(len(one) - size)
        else:
            wrong = sum(1 << bit for bit in CHANCE.sample(range(BITS), CHANCE.randint(1, 6)))
            yield (int.from_bytes(one) ^ wrong).to_bytes(len(one))


def main() -> int:
    """Try all; say what became of them."""
    started = time.monotonic()
    keys = TicketKeys().with_new(CHANCE.randbytes).with_new(CHANCE.randbytes).without(1)
    keys = keys.with_new(CHANCE.randbytes)
    tickets = [ticket_of(keys, EVENT, f"p-{number:012x}") for number in range(120)]
    genuine = [base64.b32decode(ticket[1:]) for ticket in tickets]
    counts: Counter[str] = Counter()
    for content in forged(genuine):
        try:
            read_ticket("P" + base64.b32encode(content).decode(), keys, EVENT)
            counts["accepted"] += 1
        except TicketError as error:
            counts[error.code] += 1
    known = sum(bool(read_ticket(ticket, keys, EVENT)) for ticket in tickets)
    took = time.monotonic() - started
    print(f"  {COUNT} forged tickets, {took:.0f} s: {dict(sorted(counts.items()))}")
    print(f"  {known} of {len(tickets)} genuine tickets read")
    return int(bool(counts["accepted"]) or known < len(tickets))


if __name__ == "__main__":
    sys.exit(main())
