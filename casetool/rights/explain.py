"""What a move, an act, a term or a word is: for a family, a worker or a lawyer, from the same row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from casetool.lawsheets import KINDS, ROLES
from casetool.rulewords import conditions_of, rules_of
from states.acts.act import COLUMNS, Act, Cell
from states.editions.edition import Edition
from states.editions.source import kind_of, unchecked
from states.moves.move import Move
from states.people import Role
from states.position import CODES, DUTCH, State
from states.rights.reader import Reader, spoken
from states.terms.rule import TermRule


class Audience(StrEnum):
    """For whom something is explained (S32: three, from the same rule)."""

    FAMILY = "family"
    WORKER = "worker"
    LAWYER = "lawyer"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A title, what is said under each heading, and the source."""

    title: str
    parts: tuple[tuple[str, str], ...]
    source: str


class UnknownRuleError(Exception):
    """For the reader of the law: there is no move, act, term or word {name}.

    A move is called TR-42, an act 21, a term T11; a word is one of: {words}. See law table, law acts, law terms.
    """

    def __init__(self, name: str, edition: Edition) -> None:
        """Name what there is."""
        words = ", ".join(word.word for word in edition.glossary)
        text = (type(self).__doc__ or "").replace("\n    ", "\n")
        super().__init__(text.format(name=name, words=words).strip())


_COLUMN_NAMES: dict[str, str] = {
    "V2": "intensieve vrijwillige hulp",
    "R": "bij de Raad of de rechter",
    "M3": DUTCH[State.SUPERVISION_WITH_PLACEMENT],
    "M4p": "voorlopige voogdij over een deel",
}
_CELLS = (
    (Cell.ALLOWED, "explain/allowed"),
    (Cell.CONSENT, "explain/consent"),
    (Cell.COURT, "explain/court"),
    (Cell.FORBIDDEN, "explain/forbidden"),
)


def explained(name: str, edition: Edition, audience: Audience) -> Explanation:
    """What something of an edition is, for an audience.

    Raises:
        UnknownRuleError: nothing has that name.
    """
    wanted = name.strip()
    number = wanted.casefold().removeprefix("handeling").removeprefix("act-").strip()
    if wanted.upper() in {row.upper() for row in edition.rows}:
        move = next(row for id_, row in edition.rows.items() if id_.upper() == wanted.upper())
        return _move(move, edition, audience)
    if number.isdigit() and int(number) in edition.acts:
        return _act(edition.acts[int(number)], edition, audience)
    if wanted.upper() in edition.terms:
        return _term(edition.terms[wanted.upper()], edition, audience)
    for word in edition.glossary:
        if wanted.casefold() in {form.casefold() for form in word.forms}:
            return Explanation(word.word, (("Wat is dit?", word.meaning),), "woordenlijst; ontwerp")
    raise UnknownRuleError(name, edition)


def _who(roles: Iterable[Role]) -> str:
    known = set(roles)
    return ", ".join(ROLES[role] for role in Role if role in known) or "niemand"


def _places(states: Iterable[State]) -> str:
    known = set(states)
    return "; ".join(DUTCH[state] for state in State if state in known)


def _said(edition: Edition, name: str) -> str:
    return spoken(edition.phrases[name], Reader.PARENT_WITH)


def _act(act: Act, edition: Edition, audience: Audience) -> Explanation:
    deed = edition.deeds[act.number]
    what = spoken(deed.text, Reader.PARENT_WITH)
    when = []
    for cell, phrase in _CELLS:
        columns = [column for column in COLUMNS if act.cells[column] is cell]
        if columns:
            names = columns if audience is not Audience.FAMILY else [_column(column) for column in columns]
            when.append(f"{_said(edition, phrase)} {'; '.join(names)}.")
    parts = [("Wat is dit?", what), ("Wanneer?", "\n".join(when)), ("Wie?", _who(act.who))]
    if audience is not Audience.FAMILY:
        parts[0] = ("Wat is dit?", f"{act.title[0].upper()}{act.title[1:]}. Voor het gezin: {what}")
        parts.append(("Wat wel kan", act.alternative))
        parts.append(("Voorwaarden", conditions_of(act) or "geen"))
    if audience is Audience.LAWYER:
        rests = [
            f"{title.value}: {articles[act.number]}"
            for title, articles in edition.confers.items()
            if act.number in articles
        ]
        parts.append(("Bevoegdheid op grond van", "; ".join(rests) or "geen titel nodig"))
        parts.append(("Beslissing waarop het kan rusten", ", ".join(act.decided) or "geen"))
    return _sourced(f"Handeling {act.number}: {act.title}", parts, act.basis, edition, audience)


def _column(column: str) -> str:
    found = [DUTCH[state] for state, code in CODES.items() if code == column]
    return _COLUMN_NAMES.get(column) or found[0]


def _move(move: Move, edition: Edition, audience: Audience) -> Explanation:
    pairs = set(move.pairs())
    goes = {to for source, to in pairs if source is not to}
    to = [f"{_said(edition, 'explain/to')} {_places(goes)}."] if goes else []
    if any(source is target for source, target in pairs):
        to.append(_said(edition, "explain/stays"))
    if move.lands:
        to.append(_said(edition, "explain/landing"))
    when = f"{_said(edition, 'explain/from')} {_places(source for source, _ in pairs)}."
    parts = [("Wat is dit?", f"{move.title[0].upper()}{move.title[1:]}."), ("Wanneer?", when)]
    parts += [("En daarna?", "\n".join(to)), ("Wie?", _who(move.who))]
    if audience is not Audience.FAMILY:
        parts.append(("Nodig", "; ".join(need.text for need in move.needs) or "niets"))
        parts.append(("Wie het hoort", " ".join(move.notices) or "niemand"))
        parts.append(("Hoe", ", ".join(move.triggers) or "vanzelf"))
    if audience is Audience.LAWYER:
        parts.append(("Regels", rules_of(move) or "geen"))
        codes = sorted(f"{CODES[source]} → {CODES[target]}" for source, target in pairs)
        parts.append(("Overgangen", ", ".join(codes)))
    return _sourced(f"{move.id}: {move.title}", parts, move.basis, edition, audience)


def _term(rule: TermRule, edition: Edition, audience: Audience) -> Explanation:
    lengths = [*([rule.length.told()] if rule.length else [])]
    lengths += [f"{case}: {length.told()}" for case, length in rule.lengths.items()]
    parts = [
        ("Wat is dit?", f"{rule.title[0].upper()}{rule.title[1:]}."),
        ("Hoe lang?", "; ".join(lengths) or "geen vaste duur"),
        ("Wanneer begint het?", rule.opens),
        ("En als de tijd voorbij is?", _said(edition, f"explain/{rule.kind.value}")),
    ]
    if audience is not Audience.FAMILY:
        parts.append(("Gehaald als", rule.meets or "–"))
        parts.append(("Soort", KINDS[rule.kind]))
    return _sourced(f"{rule.id}: {rule.title}", parts, rule.source, edition, audience)


def _sourced(title: str, parts: list[tuple[str, str]], basis: str, edition: Edition, audience: Audience) -> Explanation:
    if audience is Audience.LAWYER:
        parts.append(("Soort bron", kind_of(basis).value))
        parts.append(("Nog na te kijken", "ja [K]" if unchecked(basis) else "nee"))
        parts.append(("Editie", f"{edition.id}, {edition.digest}"))
    return Explanation(title, tuple(part for part in parts if part[1]), basis)
