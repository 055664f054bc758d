"""The keys that sign tickets: made, withdrawn, written and read."""

from __future__ import annotations

import pytest

from partenariats.registration.door.ticketing.keys import TicketKeyError, TicketKeys

A, B = bytes(32), bytes(range(32))


def numbered(count):
    """Make some keys, each of one byte."""
    keys = TicketKeys()
    for number in range(count):
        keys = keys.with_new(lambda size, number=number: bytes([number % 256]) * size)
    return keys


def test_the_newest_key_signs_and_the_others_are_kept():
    """A new key has the next number, and those before it stay."""
    keys = TicketKeys().with_new(lambda size: A[:size]).with_new(lambda size: B[:size])
    assert [(key.number, key.secret) for key in keys.keys] == [(1, A), (2, B)]
    assert keys.newest.number == 2


def test_a_withdrawn_key_leaves_its_number():
    """Its secret is gone, the key before it signs again, and its number is not used again."""
    keys = numbered(2).without(2)
    assert keys.newest.number == 1
    assert keys.find(2).secret is None
    assert keys.with_new(bytes).newest.number == 3


def test_keys_are_read_as_they_were_written():
    """The text of keys holds all of them, and a remark does not count."""
    keys = numbered(3).without(2)
    assert TicketKeys.read(f"# keep it secret\n{keys.text()}") == keys
    assert TicketKeys.read(keys.text().replace("\n", " ")) == keys
    assert TicketKeys.read("") == TicketKeys()


@pytest.mark.parametrize(
    "text",
    [
        "1",
        f"0:{A.hex()}",
        f"256:{A.hex()}",
        f"1:{A.hex()[1:]}",
        f"1:{A.hex()} 1:{B.hex()}",
        f"1:{A.hex()}0",
        f"１:{A.hex()}",
        f"1:{B.hex().upper()}",
    ],
)
def test_what_is_no_key_is_refused(text):
    """Half a key, a number twice or out of range is told, and the secret is not."""
    with pytest.raises(TicketKeyError) as caught:
        TicketKeys.read(text)
    assert B.hex()[:16] not in str(caught.value)


def test_there_is_nothing_to_sign_with():
    """Without a key, or with withdrawn ones only, it is said how to make one."""
    for keys in (TicketKeys(), numbered(1).without(1)):
        with pytest.raises(TicketKeyError) as caught:
            _ = keys.newest
        assert "--new" in str(caught.value.advice)


def test_a_key_that_is_not_there_is_not_withdrawn():
    """Whoever mistook the number is told."""
    with pytest.raises(TicketKeyError, match="there is no ticket key 3"):
        numbered(2).without(3)


def test_there_are_255_keys_at_most():
    """The number stands in one byte of the ticket."""
    keys = numbered(255)
    assert keys.newest.number == 255
    with pytest.raises(TicketKeyError):
        keys.with_new(bytes)


def test_a_key_does_not_show_its_secret():
    """What a program prints of keys is not the secret."""
    assert B.hex() not in repr(TicketKeys().with_new(lambda _: B))
    assert repr(B) not in repr(TicketKeys().with_new(lambda _: B))
