"""The tables of an edition as sheets, in Dutch: overgangen, handelingen, termijnen, toestemming.

Every row names its source, the kind of source, and whether it was checked against the text (``[K]``).
"""

from __future__ import annotations

from casetool.rulewords import conditions_of, rules_of
from casetool.sheets import Sheet
from states.acts.act import COLUMNS
from states.consents.table import Consenter
from states.editions.changes import Change
from states.editions.edition import Edition
from states.editions.source import kind_of, unchecked
from states.moves.move import Move
from states.people import Role
from states.position import CODES, State
from states.terms.rule import TermKind

ROLES: dict[Role, str] = {
    Role.YOUTH: "jongere",
    Role.PARENT: "ouder",
    Role.CARETAKER: "verzorger",
    Role.LOCAL_TEAM: "regie lokaal team",
    Role.COLLEGE: "college",
    Role.PROVIDER: "jeugdhulpaanbieder",
    Role.GI: "GI",
    Role.VEILIG_THUIS: "Veilig Thuis",
    Role.RAAD: "Raad",
    Role.OM: "Openbaar Ministerie",
    Role.BURGEMEESTER: "burgemeester",
    Role.COURT: "rechter",
    Role.SUPERVISOR: "leidinggevende",
    Role.SYSTEM: "vanzelf",
}
CONSENTERS: dict[Consenter, str] = {
    Consenter.CHILD: "de jongere",
    Consenter.MOTHER: "de moeder",
    Consenter.HOLDERS: "iedereen met gezag",
    Consenter.REPRESENTATIVE: "de vertegenwoordiger",
}
KINDS: dict[TermKind, str] = {
    TermKind.LAPSE: "L vervalt vanzelf",
    TermKind.DUTY: "D plicht",
    TermKind.NORM: "N norm",
    TermKind.PRODUCT: "P van ons",
    TermKind.RULE: "R regel",
}
_SOURCED = ("bron", "soort bron", "nog na te kijken")


def _sourced(basis: str) -> tuple[str, ...]:
    return basis, kind_of(basis).value, "ja [K]" if unchecked(basis) else "nee"


def _yes(value: bool) -> str:  # noqa: FBT001 - a word for it
    return "ja" if value else "nee"


def _states(found: set[State]) -> str:
    return " ".join("(nieuw)" if state is State.NONE else CODES[state] for state in State if state in found)


def _targets(move: Move) -> str:
    pairs = set(move.pairs())
    goes = {to for source, to in pairs if source is not to}
    parts = [
        *(["blijft"] if any(source is to for source, to in pairs) else []),
        *(["landing:"] if move.lands else []),
        _states(goes),
    ]
    return " ".join(part for part in parts if part)


def moves(edition: Edition) -> Sheet:
    """Every legal move."""
    return Sheet(
        "Wettelijke overgangen",
        ("id", "wat", "van", "naar", "door", "nodig", "regels", "kennisgeving", *_SOURCED),
        tuple(
            (
                move.id,
                move.title,
                _states({source for source, _ in move.pairs()}),
                _targets(move),
                ", ".join(ROLES[role] for role in Role if role in move.who),
                "; ".join(need.text for need in move.needs),
                rules_of(move),
                " ".join(move.notices),
                *_sourced(move.basis),
            )
            for move in edition.moves
        ),
    )


def acts(edition: Edition) -> Sheet:
    """The matrix: every act, and the answer in each column."""
    return Sheet(
        "Handelingen: A mag, T met toestemming, J na een beslissing van de rechter, X mag niet, - bestaat hier niet",
        ("nr", "handeling", *COLUMNS, "door", "voorwaarden", "wat wel kan", *_SOURCED),
        tuple(
            (
                str(number),
                act.title,
                *(act.cells[column].value for column in COLUMNS),
                ", ".join(ROLES[role] for role in Role if role in act.who),
                conditions_of(act),
                act.alternative,
                *_sourced(act.basis),
            )
            for number, act in sorted(edition.acts.items())
        ),
    )


def terms(edition: Edition) -> Sheet:
    """Every term: how long, from what, and what happens at its end."""
    return Sheet(
        "Termijnen",
        ("id", "soort", "wat", "duur", "loopt vanaf", "gehaald als", *_SOURCED),
        tuple(
            (
                rule.id,
                KINDS[rule.kind],
                rule.title,
                "; ".join(
                    [
                        *([rule.length.told()] if rule.length else []),
                        *(f"{case}: {length.told()}" for case, length in rule.lengths.items()),
                    ]
                ),
                rule.opens,
                rule.meets,
                *_sourced(rule.source),
            )
            for _, rule in sorted(edition.terms.items())
        ),
    )


def consent(edition: Edition) -> Sheet:
    """Who must consent, by age and by whether the child can judge the decision."""
    return Sheet(
        "Toestemming",
        ("id", "leeftijd", "kan dit zelf beoordelen", "ongeboren", "wie", *_SOURCED),
        tuple(
            (
                rule.id,
                rule.band.value,
                _yes(rule.capable),
                _yes(rule.unborn),
                " en ".join(CONSENTERS[who] for who in rule.who),
                *_sourced(rule.source),
            )
            for rule in edition.consent
        ),
    )


def changed(found: tuple[Change, ...]) -> Sheet:
    """What differs between two editions."""
    return Sheet(
        "Wat verandert",
        ("tabel", "rij", "cel", "was", "wordt"),
        tuple(
            (c.table, c.row, c.cell, "–" if c.old is None else c.old, "–" if c.new is None else c.new) for c in found
        ),
    )
