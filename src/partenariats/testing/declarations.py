"""Hypothesis strategies: any declaration of registration."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from partenariats.model.registration.deadline import MOST_DAYS, Deadline
from partenariats.model.registration.personal import (
    Basis,
    ConsentRequest,
    Controller,
    FieldUse,
    FieldUses,
    Recipient,
    Retention,
)
from partenariats.model.registration.settings import (
    Access,
    Choice,
    Condition,
    Question,
    QuestionKind,
    RegistrationSettings,
)
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime


def registrations(
    ids: st.SearchStrategy[Any],
    words: st.SearchStrategy[str],
    texts: st.SearchStrategy[Text],
    walls: st.SearchStrategy[WallTime],
) -> st.SearchStrategy[RegistrationSettings]:
    """Make any settings that their types allow, out of ids, words, texts and hours."""
    instants = st.integers(0, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC))
    deadlines = st.builds(Deadline, days=st.integers(0, MOST_DAYS), time=walls) | st.builds(
        Deadline, at=instants
    )
    counts = st.none() | st.integers(0, 999)
    some_words = st.lists(words, max_size=2).map(tuple)
    return st.builds(
        RegistrationSettings,
        use=st.none() | st.sampled_from(["memory", "sql"]),
        opens=st.none() | deadlines,
        closes=st.none() | deadlines,
        access=st.sampled_from(Access),
        codes=some_words,
        domains=some_words,
        approval=st.booleans(),
        capacity=counts,
        wait_list=st.booleans(),
        offer=st.none() | st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes)),
        group=st.integers(0, 9),
        questions=st.lists(_questions(ids, texts), max_size=3).map(tuple),
        fields=st.just(FieldUses())
        | st.builds(FieldUses, name=_uses(ids, texts), wishes=_uses(ids, texts)),
        recipients=st.lists(
            st.builds(Recipient, id=ids, title=texts, purpose=st.none() | texts), max_size=2
        ).map(tuple),
        consents=st.lists(
            st.builds(ConsentRequest, id=ids, text=texts, purpose=st.none() | texts), max_size=2
        ).map(tuple),
        controller=st.builds(Controller, name=st.none() | words, contact=st.none() | words),
        options=st.dictionaries(ids, words, max_size=1).map(Table.of),
    )


def _uses(
    ids: st.SearchStrategy[Any], texts: st.SearchStrategy[Text]
) -> st.SearchStrategy[FieldUse]:
    return st.builds(
        FieldUse,
        purpose=st.none() | texts,
        **_declared(ids),
    )


def _declared(ids: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    retentions = st.builds(Retention, days=st.integers(0, 999)) | st.builds(
        Retention, months=st.integers(1, 99)
    )
    return {
        "basis": st.none() | st.sampled_from(Basis),
        "recipients": st.lists(ids, max_size=2).map(tuple),
        "retention": st.none() | retentions,
        "sensitive": st.booleans(),
        "consent": st.none() | ids,
    }


def _questions(
    ids: st.SearchStrategy[Any], texts: st.SearchStrategy[Text]
) -> st.SearchStrategy[Question]:
    return st.builds(
        Question,
        id=ids,
        text=texts,
        kind=st.sampled_from(QuestionKind),
        purpose=st.none() | texts,
        choices=st.lists(st.builds(Choice, id=ids, text=texts), max_size=2).map(tuple),
        required=st.booleans(),
        when=st.none() | st.builds(Condition, question=ids, answer=st.just("yes") | ids),
        **_declared(ids),
    )
