"""The requests of the family as data: the source of each, its term, its answers and the grounds to refuse.

Grounds to refuse are a closed list per request. A statement and a confidant cannot be refused at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from states.family.request import FilePart, Ground, RequestKind, RequestOutcome


@dataclass(frozen=True, slots=True)
class RequestRule:
    """A row. ``term``: the rule in the table of terms for the answer; ``grounds``: with the source of each.

    ``of_the_file``: only for who has a say over these data; without it anybody of the family may.
    """

    kind: RequestKind
    do: str
    title: str
    source: str
    task: str = ""
    term: str | None = None
    outcomes: tuple[RequestOutcome, ...] = ()
    grounds: Mapping[Ground, str] = field(default_factory=dict)
    of_the_file: bool = True


_DECIDED = (
    RequestOutcome.GRANTED,
    RequestOutcome.PARTLY,
    RequestOutcome.REFUSED,
    RequestOutcome.WITHDRAWN,
)
_LOOKING: Mapping[Ground, str] = {
    Ground.PRIVACY_OF_OTHERS: "Jw 7.3.10",
    Ground.GOOD_CARE: "Jw 7.3.15 lid 4 [K]",
    Ground.NOT_KEPT: "AVG 15",
}
GROUNDS: Mapping[Ground, str] = {
    Ground.PRIVACY_OF_OTHERS: "het gaat over het privéleven van een ander",
    Ground.INTEREST_OF_OTHERS: "een ander heeft er groot belang bij dat dit bewaard blijft",
    Ground.LAW_FORBIDS: "de wet zegt dat dit bewaard moet blijven",
    Ground.OPINION: "het is een mening van een medewerker, geen fout in de feiten",
    Ground.CORRECT: "wat er staat, klopt",
    Ground.NOT_KEPT: "dit staat niet in het dossier",
    Ground.GOOD_CARE: "het past niet bij goede zorg voor het kind",
}
"""What people read for each ground."""

REQUESTS: Mapping[RequestKind, RequestRule] = {
    row.kind: row
    for row in (
        RequestRule(
            kind=RequestKind.SEE,
            do="ask_to_see",
            title="het dossier inzien",
            source="Jw 7.3.10; AVG 15",
            task="Laat het dossier zien.",
            term="T43",
            outcomes=_DECIDED,
            grounds=_LOOKING,
        ),
        RequestRule(
            kind=RequestKind.COPY,
            do="ask_for_copy",
            title="een kopie van het dossier",
            source="Jw 7.3.10; AVG 15 lid 3",
            task="Geef een kopie van het dossier.",
            term="T43",
            outcomes=_DECIDED,
            grounds=_LOOKING,
        ),
        RequestRule(
            kind=RequestKind.STATEMENT,
            do="add_statement",
            title="een eigen verklaring in het dossier",
            source="Jw 7.3.8 lid 2",
            outcomes=(RequestOutcome.ADDED,),
            of_the_file=False,
        ),
        RequestRule(
            kind=RequestKind.CORRECTION,
            do="ask_for_correction",
            title="het dossier verbeteren of aanvullen",
            source="AVG 16 [K]",
            task="Kijk of dit klopt, en beslis over verbeteren of aanvullen.",
            term="T43",
            outcomes=_DECIDED,
            grounds={
                Ground.OPINION: "AVG 16 [K]; Jw 7.3.8 lid 2",
                Ground.CORRECT: "AVG 16 [K]",
                Ground.NOT_KEPT: "AVG 16 [K]",
                Ground.LAW_FORBIDS: "AVG 23 [K]",
            },
        ),
        RequestRule(
            kind=RequestKind.DESTRUCTION,
            do="ask_for_destruction",
            title="het dossier vernietigen",
            source="Jw 7.3.9; AVG 17 [K]",
            task="Beslis of dit vernietigd wordt.",
            term="T43",
            outcomes=_DECIDED,
            grounds={
                Ground.INTEREST_OF_OTHERS: "Jw 7.3.9 lid 2",
                Ground.LAW_FORBIDS: "Jw 7.3.9 lid 2",
                Ground.NOT_KEPT: "AVG 17 [K]",
            },
        ),
        RequestRule(
            kind=RequestKind.CONFIDANT,
            do="ask_for_confidant",
            title="contact met een vertrouwenspersoon",
            source="Jw 4.1.9; BJw 4.1.1",
            task="Zorg vandaag voor contact met de vertrouwenspersoon (Jeugdstem). Niemand luistert mee.",
            outcomes=(RequestOutcome.IN_TOUCH, RequestOutcome.WITHDRAWN),
            of_the_file=False,
        ),
    )
}
"""Every request by its kind."""

PARTS: Mapping[FilePart, str] = {
    FilePart.HELP: "hulp",
    FilePart.MEASURE: "maatregel",
    FilePart.RAAD: "Raad",
}
"""What people read for each part of the file."""

NO_LATER = (RequestOutcome.REFUSED, RequestOutcome.PARTLY)
"""Answers that say no to something: with a ground, a reason in words, and the way to complain."""
