"""The abstraction: from a concrete case and a moment to the facts that the proof enumerates (10-proof, § 2).

State and framework are no variables: the law computes them. Variables beside those of the papers are the
facts on which an answer turns as well: who has authority, what runs, what is planned, what ends first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from states.consents.consent import Purpose
from states.facts import ChildFile, PetitionKind, RaadStage, Residence
from states.orders.order import Measure, MeasureKind
from states.position import State
from states.proof import reading as r

_NAMES = {
    MeasureKind.PROVISIONAL_SUPERVISION: "VOTS",
    MeasureKind.SUPERVISION: "OTS",
    MeasureKind.PROVISIONAL_GUARDIANSHIP: "VV",
    MeasureKind.GUARDIANSHIP: "VG",
    MeasureKind.TEMPORARY_GUARDIANSHIP: "TV",
}
_WAITS = {"VOTS": "measure", "VV": "term", "VVp": "term"}
"""The petition that a short measure waits for."""
BESIDE = frozenset({"ext", "prov"})
"""Petitions that stand aside wherever they are made."""
NAMED = "GI Fictieland"
"""The GI that orders name first; another is B."""


class Situation(NamedTuple):
    """The facts of one child at one moment, as far as the law can tell situations apart.

    ``help`` and ``ivh``: N nobody, P some but not all, C all; ``ivh`` S: all, but from before the last
    landing; with the Raad or a judge it is S already, or N. ``runs``: the help that runs. ``first``:
    what ends or begins first if nobody does anything; where a fact stands aside, only that something
    does (an asterisk).
    ``later``: consents for a time to come, "grown" for after a birthday. ``plan``: the measures and
    the authority that begin later. ``raad`` own: it began by itself.
    """

    case: str
    age: str
    holders: str
    help: str
    ivh: str
    hage: str
    runs: str
    regie: str
    order: str
    under: str
    gi: str
    muhp: str
    lives: str
    secure: str
    susp: str
    heard: str
    pet: str
    raad: str
    arr: str
    clock0: str
    first: str
    later: str
    plan: str

    @property
    def aside(self) -> tuple[str, ...]:
        """The facts that stand beside the rest: no row reads two of them together (see ``Event.ends``)."""
        odd = {
            "arr": self.arr != "-",
            "gi": self.order != "-" and self.gi != "A",
            "pet": self.pet in BESIDE or (self.order != "-" and self.pet not in {"-", _WAITS.get(self.order)}),
            "secure": self.secure != "-",
            "susp": self.susp != "-",
            "raad": self.order != "-" and self.raad != "-",
            "help": self.order != "-" and self.help == "C",
            "later": self.later != "-",
            "plan": self.plan != "-",
            "under": self.under != "-",
            "holders": self.order != "-" and self.holders == "nobody",
            "lives": (self.lives == "away") is not (self.muhp == "lived"),
        }
        return tuple(name for name, is_ in odd.items() if is_)

    @property
    def of_now(self) -> Situation:
        """The situation without what is still to come: all that an act can turn on."""
        return self._replace(first="-", later="-", plan="-", clock0="-")

    def text(self) -> str:
        """What differs from an empty case, to read."""
        shown = zip(self._fields, self, strict=True)
        return " ".join(f"{name}={value}" for name, value in shown if value != "-")


def name_of(measure: Measure) -> str:
    """The name of a measure in these variables."""
    return _NAMES[measure.kind]


def _consent(child: ChildFile, purpose: Purpose, at: datetime) -> str:
    name = child.help.name if child.help and purpose is Purpose.HELP else None
    if r.some_help(child, at) if purpose is Purpose.HELP else r.complete(child, purpose, at):
        return "C"
    return "P" if r.yes(child, purpose, at, name) & r.required(child, at) else "N"


def _intensive(child: ChildFile, at: datetime) -> str:
    found = _consent(child, Purpose.INTENSIVE_HELP, at)
    landed = child.landed_at
    if found != "C" or landed is None:
        return found
    mine = (c for c in child.consents if c.purpose is Purpose.INTENSIVE_HELP and r.counts(child, c, at))
    fresh = {c.person for c in mine if c.given_at >= landed}
    return "C" if r.required(child, at) <= fresh else "S"


def _own(child: ChildFile, at: datetime) -> str:
    """The age band in which the youth last said yes to the help that runs."""
    if child.help is None or child.id not in r.required(child, at):
        return "-"
    mine = (c for c in child.consents if c.person == child.id and c.purpose is Purpose.HELP and c.withdrawn_at is None)
    begun = [c for c in mine if c.valid_from <= at]
    return r.band(child.born, begun[-1].valid_from) if begun else "-"


def ahead(child: ChildFile, at: datetime) -> Iterator[tuple[datetime, str]]:
    """Every moment after ``at`` at which a fact begins, ends or lapses; with its short name."""
    found: list[tuple[datetime | None, str]] = []
    if child.born:
        found += [(r.midnight(r.turns(child.born, age)), f"age{age}") for age in (*r.AGES, 23)]
    powers = [(m.start, "measure", (m.until, r.law_end(child, m))) for m in child.measures]
    for placement in child.placements:
        ends = (child.placement_until(placement), r.placement_end(child, placement))
        powers.append((placement.start, "muhp", ends))
    powers += [(secure.start, "secure", (child.secure_until(secure), None)) for secure in child.secures]
    for start, name, until in powers:
        over = min((end for end in until if end is not None), default=None)
        if over is None or (over > at and over > start):
            found += [(start, "begin"), *((end, name) for end in until)]
    free = child.state not in (State.CLOSED, State.NONE)
    if free:
        for consent in child.consents:
            if consent.end is None or consent.end > at:
                found += [(consent.valid_from, "yes"), (consent.end, "consent")]
        found += [(presumed.until, "presumed") for presumed in child.presumed]
        found += [(term.at, "t44") for term in child.terms if term.rule == "T44"]
    for held in child.authority:
        found += [(r.midnight(day), "authority") for day in (held.since, held.until) if day]
    yield from ((moment, name) for moment, name in found if moment is not None and moment > at)


def _first(child: ChildFile, at: datetime) -> str:
    coming = sorted(ahead(child, at))
    if not coming or (child.state is State.CLOSED and not r.measures(child, at) and coming[0][1].startswith("age")):
        return "-"
    return "+".join(sorted({name for moment, name in coming if moment == coming[0][0]}))


_PETITIONS = (
    (PetitionKind.TERMINATION, "term"),
    (PetitionKind.SUSPENSION, "measure"),
    (PetitionKind.MEASURE, "measure"),
    (PetitionKind.PROVISION, "prov"),
    (PetitionKind.EXTENSION, "ext"),
    (PetitionKind.SECURE, "ext"),
    (PetitionKind.CONTACT, "ext"),
)


def _petition(child: ChildFile, at: datetime) -> str:
    open_ = {p.kind for p in child.petitions if p.granted_from is None or at < p.granted_from}
    return next((name for kind, name in _PETITIONS if kind in open_), "-")


def situation(child: ChildFile, at: datetime) -> Situation:
    """The abstraction: what the facts of a child are at a moment (UTC)."""
    held = r.measures(child, at)
    top = held[0] if held else None
    gi = r.named(top, at) if top else None
    scope = top.scope if top else None
    free = not held and child.state is not State.CLOSED
    powers = [*held, *(p for p in child.placements if r.placed(child, at) and p.in_force(at))]
    case = "dead" if child.died else {State.NONE: "new", State.CLOSED: "closed"}.get(child.state, "open")
    planned = [c for c in child.consents if c.valid_from > at and c.end is None]
    name, pet = _NAMES[top.kind] if top else "-", _petition(child, at)
    help_ = _consent(child, Purpose.HELP, at) if case == "open" else "-"
    ivh = _intensive(child, at) if free and case == "open" else "-"
    if pet in {"term", "measure"} or child.raad is not None:
        ivh = {"C": "S", "P": "N"}.get(ivh, ivh)
    help_ = "N" if held and help_ == "P" else help_
    begun = _planned(child, at)
    found = Situation(
        case=case,
        age=r.band(child.born, at),
        holders="-" if r.holders(child, at) else "nobody",
        help=help_,
        ivh=ivh,
        hage=_own(child, at) if free else "-",
        runs="-" if child.help is None else "intrusive" if child.help.intrusive else "plain",
        regie=child.regie.lead.value if child.regie else "-",
        order=f"{name}p" if name == "VV" and scope not in r.WHOLE else name,
        under="+".join(sorted({_NAMES[m.kind] for m in held} - {name})) or "-",
        gi="-" if gi is None else "A" if gi == NAMED else "B",
        muhp=_placed(child, at),
        lives="away" if child.residence is Residence.AWAY else "-",
        secure=_secure(child, at),
        susp="yes" if r.suspended(child, at) else "-",
        heard="-" if not any(p.unheard for p in powers) else "no",
        pet=pet,
        raad="-" if child.raad is None or (held and pet in {"term", "measure"}) else _raad(child),
        arr="yes" if child.arrangement else "-",
        clock0="yes" if child.open_term("T44") else "-",
        first=_first(child, at),
        later="-" if not planned else "grown" if _grown(child, at) else "yes",
        plan="+".join(sorted(begun)) or "-",
    )
    return found._replace(first="*") if found.aside and found.first != "-" else found


def _planned(child: ChildFile, at: datetime) -> set[str]:
    """The measures and the authority that begin later."""
    later = (m for m in child.measures if m.start > at and (m.until is None or m.start < m.until))
    people = any(a.since and r.midnight(a.since) > at for a in child.authority)
    return {_NAMES[m.kind] for m in later} | ({"authority"} if people else set())


def _grown(child: ChildFile, at: datetime) -> bool:
    """Whether a consent for a time to come is for after a birthday that changes who must consent."""
    now = r.band(child.born, at)
    return any(c.valid_from > at and c.end is None and r.band(child.born, c.valid_from) != now for c in child.consents)


def _raad(child: ChildFile) -> str:
    """How far the Raad is, and whether somebody asked it or it began by itself."""
    if child.raad is None:
        return "-"
    return "own" if child.raad is RaadStage.INVESTIGATING and child.requester is None else child.raad.value


def _secure(child: ChildFile, at: datetime) -> str:
    """Overlay G: V on consent, M on a measure, run while it runs off."""
    inside = r.secure(child, at)
    if inside is None:
        return "-"
    if r.measures(child, at) and not inside.on_consent:
        return "M"
    return "V" if inside.on_consent and inside.consent_withdrawn is None else "run"


def _placed(child: ChildFile, at: datetime) -> str:
    if not r.placed(child, at):
        return "-"
    running = [p for p in child.placements if p.start <= at and p.ended is None]
    return "on" if running and running[-1].executed is None else "lived"
