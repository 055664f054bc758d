"""Whether questions can be asked and answered as they are declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.ids import QuestionId
from partenariats.model.registration.settings import Condition, Question, QuestionKind
from partenariats.model.timeline import Timeline

AT: Final = Where() / "registration" / "questions"
WITH_CHOICES: Final = frozenset({QuestionKind.CHOICE, QuestionKind.SEVERAL})
NEVER_EQUAL: Final = frozenset({QuestionKind.NUMBER, QuestionKind.DATE})
"""Kinds whose answers are no texts, as that of a condition is."""


class QuestionCannotWork(Validator[NoOptions]):
    """A question cannot be asked or answered.

    ## What it says

    Two questions bear one id, or two choices of a question do; a question of kind `choice` or
    `several` has no choices, or one of another kind has some; or a question is to be asked only
    `when` another one was answered so, and that one is unknown, comes later, or never has that
    answer.

    ## Why it matters

    The question would be asked of nobody, or its answers could not be told apart.

    ## Example

    ```toml
    [[registration.questions]]
    id = "diner"
    text = "Serez-vous au dîner ?"
    kind = "yes_no"
    purpose = "Compter les couverts"

    [[registration.questions]]
    id = "regime"
    text = "Suivez-vous un régime ?"
    purpose = "Préparer les repas"
    when = { question = "diner", answer = "oui" }
    ```

    ## Use instead

    ```toml
    [[registration.questions]]
    id = "diner"
    text = "Serez-vous au dîner ?"
    kind = "yes_no"
    purpose = "Compter les couverts"

    [[registration.questions]]
    id = "regime"
    text = "Suivez-vous un régime ?"
    purpose = "Préparer les repas"
    when = { question = "diner", answer = "yes" }
    ```
    """

    code = "REG007"
    name = "question-cannot-work"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell what is wrong with the form of each question, and with its condition."""
        questions = timeline.event.registration.questions
        places: dict[QuestionId, int] = {}
        for index, question in enumerate(questions):
            places.setdefault(question.id, index)
        for index, question in enumerate(questions):
            where = AT / index
            if places[question.id] != index:
                first = AT / places[question.id] / "id"
                yield self._twice(where / "id", question.id, first)
            yield from self._check_choices(question, where)
            if question.when is not None:
                place = places.get(question.when.question)
                if place is None or place >= index:
                    yield self._not_before(question.when, where, places, index)
                else:
                    yield from self._check_answer(question.when, where, questions[place], place)

    def _check_choices(self, question: Question, where: Where) -> Iterator[Diagnostic]:
        takes = question.kind in WITH_CHOICES
        if takes and not question.choices:
            headline = Message.of("the question `{id}` has no choices", id=question.id)
            advice = Message.of("give it `choices`, or another `kind`")
            yield self.found(where, headline, help=advice)
        elif question.choices and not takes:
            headline = Message.of(
                "the question `{id}` has choices, and is of kind `{kind}`",
                id=question.id,
                kind=question.kind.value,
            )
            advice = Message.of('write `kind = "choice"` or `kind = "several"`, or take them out')
            yield self.found(where / "choices", headline, help=advice)
        seen: dict[str, Where] = {}
        for index, choice in enumerate(question.choices):
            at = where / "choices" / index / "id"
            first = seen.setdefault(choice.id, at)
            if first is not at:
                yield self._twice(at, choice.id, first)

    def _twice(self, where: Where, name: str, first: Where) -> Diagnostic:
        return self.found(
            where,
            Message.of("the id `{id}` is given twice", id=name),
            help=Message.of("give one of them another id"),
            related=(Related(first, Message.of("first given here")),),
        )

    def _not_before(
        self, when: Condition, where: Where, places: Mapping[QuestionId, int], index: int
    ) -> Diagnostic:
        at = where / "when" / "question"
        place = places.get(when.question)
        if place is None:
            close = nearest(when.question, [name for name in places if places[name] < index])
            meant = Message.of("did you mean `{name}`?", name=close) if close is not None else None
            headline = Message.of("there is no question `{id}`", id=when.question[:60])
            return self.found(at, headline, help=meant)
        headline = Message.of("the question `{id}` is not asked before this one", id=when.question)
        return self.found(
            at,
            headline,
            help=Message.of("put it first"),
            related=(Related(AT / place, Message.of("it is asked here")),),
        )

    def _check_answer(
        self, when: Condition, where: Where, asked: Question, place: int
    ) -> Iterator[Diagnostic]:
        possible: list[str] = []
        if asked.kind in WITH_CHOICES:
            possible = [str(choice.id) for choice in asked.choices]
        elif asked.kind is QuestionKind.YES_NO:
            possible = ["yes", "no"]
        elif asked.kind in NEVER_EQUAL:
            headline = Message.of(
                "the question `{id}` is of kind `{kind}`, and another one cannot depend on it",
                id=asked.id,
                kind=asked.kind.value,
            )
            advice = Message.of(
                "let it depend on a question of kind `choice`, `several` or `yes_no`"
            )
            yield self.found(where / "when" / "question", headline, help=advice)
        if possible and when.answer not in possible:
            headline = Message.of(
                "`{answer}` is no answer to `{id}`", answer=when.answer[:60], id=asked.id
            )
            advice = Message.of("there are: {names}", names=", ".join(possible))
            related = (Related(AT / place, Message.of("it is asked here")),)
            yield self.found(where / "when" / "answer", headline, help=advice, related=related)
