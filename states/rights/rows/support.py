"""Who stands beside the family, and language (Jw 2.5, 4.1.9, 7.3.2)."""

from __future__ import annotations

from states.rights.line import Line, Topic
from states.rights.reader import EVERYBODY, PARENTS, YOUTH
from states.rights.rows.where import ALL

SUPPORT: tuple[Line, ...] = (
    Line(
        "support/jeugdstem",
        Topic.SUPPORT,
        "Jeugdstem helpt {jou}. Dat kost niets. Wie daar werkt, staat los van de hulp. "
        "{U} mag er alleen mee praten, zonder dat een ander erbij is.",
        "Jeugdstem helpt {jou}. Dat kost niets. {U} mag er alleen mee praten.",
        "Jw 2.5, 4.1.9; BJw 4.1.1-4.1.6",
        ALL,
        EVERYBODY,
    ),
    Line(
        "support/own_person",
        Topic.SUPPORT,
        "{U} mag naar elk gesprek iemand meenemen die {u} vertrouwt.",
        "Neem gerust iemand mee. Dat mag altijd.",
        "Jw 4.2.1; BJw 4.1.3 [K]",
        ALL,
        PARENTS,
    ),
    Line(
        "support/trusted_person",
        Topic.SUPPORT,
        "Kies iemand die je vertrouwt, zoals een oom, een buur of een juf. Die mag mee naar elk gesprek. "
        "Die mag ook voor je praten als je dat wilt.",
        "Kies iemand die je vertrouwt. Die mag altijd mee.",
        "Jw 4.2.1; Toekomstscenario; [K]",
        ALL,
        YOUTH,
    ),
)

LANGUAGE: tuple[Line, ...] = (
    Line(
        "language/plain",
        Topic.LANGUAGE,
        "Is iets niet duidelijk? Vraag om uitleg in gewone woorden. Er is ook een kort blad dat makkelijk leest.",
        "{Snapt_u} iets niet? Vraag het. Vraag het gerust twee keer.",
        "Jw 7.3.2; [K]",
        ALL,
        EVERYBODY,
    ),
    Line(
        "language/interpreter",
        Topic.LANGUAGE,
        "Praat {u} liever een andere taal? Vraag dan om een tolk. Familie hoeft niet te vertalen.",
        "Praat {u} een andere taal? Vraag om een tolk.",
        "Jw 7.3.2; [K]",
        ALL,
        EVERYBODY,
    ),
    Line(
        "language/read_aloud",
        Topic.LANGUAGE,
        "Vindt u lezen lastig? Vraag dan of iemand dit blad met {jou} wil lezen.",
        "Vindt u lezen lastig? Dan lezen we dit samen.",
        "[K]",
        ALL,
        PARENTS,
    ),
    Line(
        "language/read_aloud_youth",
        Topic.LANGUAGE,
        "Vind je lezen lastig? Vraag dan of iemand dit blad met je wil lezen.",
        "Vind je lezen lastig? Dan lezen we dit samen.",
        "[K]",
        ALL,
        YOUTH,
    ),
)
