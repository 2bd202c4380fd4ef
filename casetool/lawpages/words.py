"""The words of an edition: what each difficult word means, and which words may not be used."""

from __future__ import annotations

from casetool.lawpages.tables import SOURCED, sourced
from casetool.sheets import Sheet, markdown
from states.editions.edition import Edition
from states.position import Framework
from states.wording.rule import Kind

KINDS: dict[Kind, str] = {
    Kind.NAME: "naam voor iets dat niet bestaat",
    Kind.THREAT: "dreigen met een gevolg",
    Kind.DUTY: "hulp verteld als plicht",
}


def glossary(edition: Edition) -> Sheet:
    """Every word that is explained where it is first used."""
    return Sheet(
        "Woordenlijst",
        ("woord", "betekenis", *SOURCED),
        tuple((word.word, word.meaning, *sourced("ontwerp")) for word in edition.glossary),
    )


def rules(edition: Edition) -> Sheet:
    """Every rule about words: why, and what to write instead."""
    return Sheet(
        "Woorden die niet kunnen",
        ("id", "soort", "wat", "waarom niet", "wat wel", "waar", *SOURCED),
        tuple(
            (
                rule.id,
                KINDS[rule.kind],
                rule.title,
                rule.why,
                rule.instead,
                "overal" if rule.frameworks == frozenset(Framework) else "vrijwillig",
                *sourced(rule.source),
            )
            for rule in edition.words.rules
        ),
    )


def body(edition: Edition) -> str:
    """Both tables, and what happens when a rule about words is broken."""
    return (
        f"## Woordenlijst\n\n{markdown(glossary(edition))}\n## Woorden die niet kunnen\n\n"
        "In een naam, een sjabloon of een tekst voor een gezin wordt zo'n woord geweigerd. Dat kan niemand "
        "opheffen. In een eigen notitie krijgt de schrijver een vraag. Die kan opzij met een reden; dat staat dan "
        f"in het logboek.\n\n{markdown(rules(edition))}"
    )
