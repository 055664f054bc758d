"""Whatever a file holds, it is read or refused by name."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from partenariats.registration.sheets.faults import FaultySheetError, SheetError
from partenariats.registration.sheets.reading import read_sheet

CELLS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["nom", "courriel", "groupe", "id", "clé", "état", "sols", "a@b.org", "eats", "oui", '"',
         "=1", "'", "answers.age", "9" * 400, "\u202e", "2022-02-30", "|", "-"]
    ),
)  # fmt: skip
TABLES = st.builds(
    lambda rows, separator, end: end.join(separator.join(row) for row in rows).encode(),
    st.lists(st.lists(CELLS, max_size=5), max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)


@given(content=st.one_of(TABLES, st.binary(max_size=40)))
@example(content=b"nom\n" + b'"' * 999)
@example(content="nom\x85x\nAda\u2028".encode())
@example(content=b"nom\n\xef\xbb\xbf")
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_content_is_a_traceback(programme, content):
    """Bytes of any kind, and tables of any cells, end in requests or in an error of ours."""
    made = programme("group = 3\n")
    with suppress(SheetError, FaultySheetError):
        sheet = read_sheet(content, made)
        assert all(item.request.entrants for item in sheet.requests)
