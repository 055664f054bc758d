"""E-mail addresses."""

from __future__ import annotations

import pytest

from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.emails import check_email, plain_domain


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (None, None),
        ("", None),
        (" \u200b ", None),
        (" Ada.Lovelace@EXAMPLE.org\r\n", "Ada.Lovelace@example.org"),
        ("o'neil+list@x-y.co.uk", "o'neil+list@x-y.co.uk"),
        ("hélène@exemple.fr", "hélène@exemple.fr"),
        ("ada@MÜNCHEN.de", "ada@münchen.de"),
        ("ada@mu\u0308nchen.de", "ada@münchen.de"),
        ("ada@xn--mnchen-3ya.de", "ada@münchen.de"),
        ("ada@straße.de", "ada@straße.de"),
        ("ada@xn--strae-oqa.de", "ada@xn--strae-oqa.de"),
        ("a" * 64 + "@b.org", "a" * 64 + "@b.org"),
        ("a@" + "b" * 63 + ".org", "a@" + "b" * 63 + ".org"),
    ],
)
def test_an_address_is_kept_in_one_form(written, kept):
    """The domain is in small letters and readable, the rest as its owner writes it."""
    assert check_email(written) == kept


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ada@b.org, eve@b.org", "`ada@b.org, eve@b.org` is several addresses"),
        ("ada@b.org;eve@b.org", "`ada@b.org;eve@b.org` is several addresses"),
        ("ada@b.org eve@b.org", "`ada@b.org eve@b.org` is several addresses"),
        ("ada@b.org\r\nBcc: eve@b.org", "`ada@b.org Bcc: eve@b.org` is several addresses"),
        ("ada@b.org\r\nSubject: x", "`ada@b.org Subject: x` is no e-mail address"),
        ("Ada <ada@b.org>", "`Ada <ada@b.org>` is a name and an address"),
        ("mailto:ada@b.org", "`mailto:ada@b.org` is no e-mail address"),
        ('"ada b"@c.org', '`"ada b"@c.org` is no e-mail address'),
        ("ada @b.org", "`ada @b.org` is no e-mail address"),
        ("ada@b", "`ada@b` is no e-mail address"),
        ("@b.org", "`@b.org` is no e-mail address"),
        ("ada@", "`ada@` is no e-mail address"),
        ("ada", "`ada` is no e-mail address"),
        (".ada@b.org", "`.ada@b.org` is no e-mail address"),
        ("a..b@c.org", "`a..b@c.org` is no e-mail address"),
        ("ada@b..org", "`ada@b..org` is no e-mail address"),
        ("ada@b.org.", "`ada@b.org.` is no e-mail address"),
        ("ada@-b.org", "`ada@-b.org` is no e-mail address"),
        ("ada@b_c.org", "`ada@b_c.org` is no e-mail address"),
        ("ada@127.0.0.1", "`ada@127.0.0.1` is no e-mail address"),
        ("ada@[127.0.0.1]", "`ada@[127.0.0.1]` is no e-mail address"),
        ("a" * 65 + "@b.org", f"`{'a' * 59}…` is no e-mail address"),
        ("a@" + "b" * 64 + ".org", f"`a@{'b' * 57}…` is no e-mail address"),
        ("a@" + "é" * 100 + ".org", f"`a@{'é' * 57}…` is no e-mail address"),
        ("a@" + "b." * 130 + "org", "the e-mail address is too long: 265 characters, 254 at most"),
        ("a\u202e@b.org", "the e-mail address holds characters that cannot be shown"),
        ("a\x00@b.org", "the e-mail address holds characters that cannot be shown"),
    ],
)
def test_what_is_no_single_address_is_refused(written, said):
    """Two addresses, a display name, a header and an address literal are told apart and refused."""
    with pytest.raises(InvalidRequestError) as error:
        check_email(written)
    assert str(error.value) == said
    assert error.value.advice is not None


@pytest.mark.parametrize("domain", ["", "org", "a b.org", "\ud800.org", "é" * 300, "a@b.org"])
def test_what_can_be_no_domain_is_none(domain):
    """A domain of one label, with a space, with half a character or endless is none."""
    assert plain_domain(domain) is None
