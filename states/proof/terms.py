"""Enumeration B: each term from each start day of 2024 to 2036, against a calendar of its own (10-proof, 2).

What is checked are the rules of the book that counts here, by the functions that the law itself uses. The
lengths are typed a second time, from domain 2.3, 2.4 and 00-E.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from states.editions.book import rules
from states.orders.order import majority
from states.proof.oracle import WALK, midnight
from states.terms import term as terms
from states.terms.calendar import day_start
from states.terms.rule import TermKind, TermRule

FIRST, LAST = date(2024, 1, 1), date(2036, 12, 31)
_NOON = timedelta(hours=12)
_LONG = 3


@dataclass(frozen=True, slots=True)
class Paper:
    """What the papers say of a length. ``tot``: the day reached is the first on which it is over."""

    months: int = 0
    days: int = 0
    working: int = 0
    hours: int = 0
    tot: bool = False
    back: bool = False
    rolls: bool = False


YEAR, QUARTER, HALF = Paper(months=12, tot=True), Paper(months=3, tot=True), Paper(months=6, tot=True)
FORTNIGHT, ROLLING = Paper(days=14), Paper(days=14, rolls=True)

PAPERS: dict[tuple[str, str], Paper | None] = {
    ("T01", ""): YEAR,
    ("T02", ""): YEAR,
    ("T03", ""): QUARTER,
    ("T04", ""): FORTNIGHT,
    ("T05", ""): FORTNIGHT,
    ("T06", ""): YEAR,
    ("T07", ""): QUARTER,
    ("T08", ""): Paper(months=2, back=True),
    ("T09", ""): Paper(months=1, back=True),
    ("T10", ""): Paper(months=2, back=True),
    ("T11", ""): ROLLING,
    ("T12", ""): ROLLING,
    ("T13", ""): ROLLING,
    ("T14", ""): ROLLING,
    ("T15", ""): Paper(months=3),
    ("T16", ""): HALF,
    ("T17", ""): HALF,
    ("T18", ""): Paper(working=5),
    ("T19", ""): Paper(days=42, rolls=True),
    ("T20", ""): ROLLING,
    ("T21", ""): Paper(months=12),
    ("T22", ""): Paper(days=5, rolls=True),
    ("T23", ""): Paper(days=70, rolls=True),
    ("T24", ""): Paper(days=10),
    ("T25", ""): Paper(months=3),
    ("T26", ""): Paper(months=3, rolls=True),
    ("T27", ""): None,
    ("T28", ""): None,
    ("T29", ""): YEAR,
    ("T29", "spoed"): Paper(days=28, tot=True),
    ("T29", "voorwaardelijk"): HALF,
    ("T29", "uitvoeren"): QUARTER,
    ("T30", ""): Paper(days=14, tot=True),
    ("T30", "na 18"): HALF,
    ("T31", ""): Paper(days=21),
    ("T32", ""): Paper(months=1, rolls=True),
    ("T33", ""): Paper(),
    ("T34", ""): Paper(days=91),
    ("T35", ""): Paper(months=24),
    ("T36", ""): Paper(months=240),
    ("T37", ""): Paper(months=360),
    ("T38", ""): None,
    ("T39", ""): Paper(working=5),
    ("T40", ""): Paper(months=3),
    ("T41", ""): Paper(days=42, back=True),
    ("T41", "16"): Paper(days=112, back=True),
    ("T41", "12"): Paper(days=84, back=True),
    ("T41", "10"): Paper(days=70, back=True),
    ("T41", "8"): Paper(days=56, back=True),
    ("T42", ""): Paper(months=24, tot=True),
    ("T43", ""): Paper(months=1, rolls=True),
    ("T43", "datalek"): Paper(hours=72),
    ("T43", "met uitleg"): Paper(months=3, rolls=True),
    ("T44", ""): Paper(working=5),
    ("T44", "verlengd"): Paper(working=20),
    ("T45", ""): Paper(days=70),
    ("T46", ""): ROLLING,
    ("T47", ""): YEAR,
}
"""The lengths of every term, and of every case of one; ``None``: no length of its own."""


@dataclass
class Enumerated:
    """How many ends were compared, and each that differs, in a sentence."""

    checks: int = 0
    violations: list[str] = field(default_factory=list)


def days(first: date = FIRST, last: date = LAST) -> Iterator[date]:
    """Every day from one to another."""
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def enumerate_terms(starts: Iterable[date] | None = None, only: str | None = None) -> Enumerated:
    """Compare the end of every term (or of one rule) from every start day (or from some)."""
    found = Enumerated()
    every = tuple(days() if starts is None else starts)
    for rule, case in sorted({*PAPERS, *_cases()}):
        if only in {None, rule}:
            found.violations += _of_one(found, rule, case, every)
    for born in every:
        found.checks += 1
        if majority(born) != (adult := _eighteen(born)):
            found.violations.append(f"T38: geboren {born}: de regels zeggen {majority(born)}, geteld is {adult}")
    return found


def _cases() -> Iterator[tuple[str, str]]:
    for row in rules(FIRST).terms.values():
        yield row.id, ""
        yield from ((row.id, case) for case in row.lengths)


def _of_one(found: Enumerated, rule: str, case: str, every: tuple[date, ...]) -> Iterator[str]:
    paper = PAPERS.get((rule, case))
    name = f"{rule} ({case})" if case else rule
    if (rule, case) not in PAPERS:
        yield f"{name}: staat in de regels en niet in de papieren"
        return
    wrong = 0
    for start in every:
        row = rules(start).terms.get(rule)
        found.checks += 1
        if row is None or (case and case not in row.lengths) or (paper is None) != (row.length_of(case) is None):
            yield f"{name} vanaf {start}: een lengte te veel of te weinig; papieren: {paper}"
            return
        if paper is not None and (got := _real(row, case, start)) != (want := _counted(row, paper, start)):
            wrong += 1
            if wrong == 1:
                yield f"{name} vanaf {start}: voorbij op {_told(got)} volgens de regels, op {_told(want)} geteld"
    if wrong > 1:
        yield f"{name}: en van nog {wrong - 1} andere begindagen"


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _real(row: TermRule, case: str, start: date) -> datetime:
    """When a term is over by the rules, as the law itself finds it."""
    length = row.length_of(case)
    if length is not None and length.hours:
        return terms.within(row.id, "t", day_start(start) + _NOON, "begin", case).at
    if row.kind is TermKind.LAPSE and not row.retention:
        over = terms.lapse_day(row.id, start, case)
        return day_start(over) if over is not None else datetime.max.replace(tzinfo=day_start(start).tzinfo)
    if start.day == 1:
        return terms.running(row.id, "t", start, "begin", case=case).at
    return day_start(terms.reach(row.id, start, case) + timedelta(days=1))


def _counted(row: TermRule, paper: Paper, start: date) -> datetime:
    """When it is over, counted day by day."""
    if paper.hours:
        return midnight(start) + _NOON + timedelta(hours=paper.hours)
    day = WALK.months_on(start, -paper.months if paper.back else paper.months)
    step = timedelta(days=-1 if paper.back else 1)
    for _ in range(paper.days):
        day += step
    if paper.working:
        day = WALK.nth_working_day(day, paper.working)
    if paper.rolls:
        long = (day - start).days >= _LONG
        day = WALK.on_working_day(day)
        while long and WALK.working_between(start, day) < 2:  # noqa: PLR2004 - Atw 2
            day = WALK.nth_working_day(day, 1)
    tot = paper.tot and row.kind is TermKind.LAPSE
    return midnight(day if tot else day + timedelta(days=1))


def _eighteen(born: date) -> date:
    """The 18th birthday; of who was born on 29 February it is 1 March in an ordinary year."""
    there = WALK.months[born.year + 18, born.month]
    return there[born.day - 1] if born.day <= len(there) else date(born.year + 18, 3, 1)
