"""Domain replay: the entries of a case folded through the law again, and compared with what they say.

What can be decided again is: what lapsed by itself, refusals, and commands that somebody has. Of all else, whose
command the log does not hold (``adopted``), the event is taken as it stands and what follows from it is worked out
again: state, framework, title, orders, consents, terms of powers, what lies ahead. Pure; sealed text is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from audit import consequences
from audit.deciding import NotAgainError, decided_again, written
from audit.difference import Difference, unlike
from audit.folding import Body, Step, steps
from states.commands import Base
from states.decide import lapse
from states.drafting import BrokenLawError
from states.due import next_due
from states.editions.book import book, rules
from states.editions.edition import Edition
from states.facts import Case, ChildFile
from states.position import framework_of

SHOWN = 50
"""How many differences, and how many entries that could not be worked out again, are kept; all are counted."""
_UNCOMPARED = {"detail", "workflow", "run", "build", "command"}
"""Sealed, or about who wrote the entry, and not about the law."""
_LIGHT = frozenset({"tasks", "notices", "acts", "readers", "explained", "requests", "work", "overdue"})
"""What no power, consent or term hangs on: a change of these moves nothing that lies ahead."""


@dataclass(slots=True)
class Replay:
    """What came of it. ``again``, ``adopted`` and ``undecided`` count entries; ``case`` is the case at the end."""

    case: Case
    entries: int = 0
    again: int = 0
    """Decided again, whole."""
    adopted: int = 0
    """Taken as they stand, for want of a command; what follows from them was worked out again."""
    undecided: int = 0
    """Could not be worked out again; ``why`` says why."""
    why: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    count: int = 0
    """How many differences there are; the first ones are kept."""

    @property
    def first(self) -> Difference | None:
        """The first difference."""
        return self.differences[0] if self.differences else None


def replay(
    entries: Iterable[Body], *, case: str = "", sent: Mapping[str, Base] | None = None, forecasts: bool = True
) -> Replay:
    """Replay the entries of one case, given in order from the first.

    ``sent``: commands that are known from elsewhere, by id. ``forecasts``: also work out again, after every entry,
    what lies ahead and what should have lapsed; without it positions, titles, terms and refusals are.
    """
    return _Replaying(case, sent or {}, forecasts=forecasts).run(entries)


class _Replaying:
    def __init__(self, case: str, sent: Mapping[str, Base], *, forecasts: bool) -> None:
        self._found = Replay(Case(id=case))
        self._sent = sent
        self._forecasts = forecasts
        self._due: datetime | None = None
        self._editions: dict[tuple[str, str], Edition | None] = {}
        self._titles = consequences.Titles()

    def run(self, entries: Iterable[Body]) -> Replay:
        for _, group in groupby(entries, key=lambda entry: (entry["command"], entry["recorded_at"])):
            self._command(list(group))
        return self._found

    def _command(self, group: list[Body]) -> None:
        found = self._found
        before = found.case
        if not before.id:
            before = before.model_copy(update={"id": group[0]["case"]})
        done = list(steps(group, before))
        found.case = done[-1].after
        found.entries += len(group)
        if any([not self._known_rules(entry) for entry in group]):  # noqa: C419 - each is looked at
            found.undecided += len(group)
            return
        lapsed = self._lapsed(before, group)
        rest = group[lapsed:]
        if rest and (rest[-1]["event"] == "refused" or rest[-1]["command"] in self._sent):
            self._again(before, group, rest)
        elif rest:
            found.adopted += len(rest)
            for step in done[lapsed:]:
                self._adopted(step, last=_last_of_child(step, group))
        if self._forecasts and _moved_on(before, found.case):
            self._due = next_due(found.case)

    def _known_rules(self, entry: Body) -> bool:
        """Whether the book has the edition that the entry names; what it should have named is compared."""
        named = (entry["edition"], entry["edition_digest"])
        if named not in self._editions:
            known = book().edition(named[0])
            self._editions[named] = known if known is not None and known.digest == named[1] else None
        edition = self._editions[named]
        if edition is None:
            self._found.why[f"edition {entry['edition']} is not in this book"] += 1
            return False
        should = rules(datetime.fromisoformat(entry["effective_at"]))
        if should is not edition and should.id != edition.id:
            self._differs(entry, "edition", edition.id, should.id)
        return True

    def _lapsed(self, before: Case, group: list[Body]) -> int:
        """How many of these entries lapsed by themselves; they are decided again."""
        ours = group[0]["command"].startswith("lapse/")
        now = datetime.fromisoformat(group[0]["recorded_at"])
        if not ours and (not self._forecasts or self._due is None or self._due > now):
            return 0
        try:
            drafts = lapse(before, now).drafts
        except BrokenLawError as error:
            self._differs(group[0], "what lapsed by itself", group[0]["event"], f"the law contradicts itself: {error}")
            return 0
        for entry, expected in zip(group, written(drafts, group, before.id), strict=False):
            self._compare(entry, expected)
        if len(drafts) > len(group) or (ours and len(drafts) != len(group)):
            self._differs(group[-1], "what lapsed by itself", f"{len(group)} entries", f"{len(drafts)} entries")
        self._found.again += min(len(drafts), len(group))
        return len(group) if ours else min(len(drafts), len(group))

    def _again(self, before: Case, group: list[Body], rest: list[Body]) -> None:
        found = self._found
        try:
            decision = decided_again(before, group, self._sent)
        except NotAgainError as why:
            found.undecided += len(rest)
            found.why[str(why)] += 1
            return
        expected = written(decision.drafts, group, before.id)[len(group) - len(rest) :]
        if len(expected) != len(rest):
            was, now = "refused" if rest[-1]["event"] == "refused" else "accepted", "accepted"
            now = "refused" if decision.refusal else now
            self._differs(rest[-1], "decision", f"{was}, {len(rest)} entries", f"{now}, {len(expected)} entries")
        for entry, one in zip(rest, expected, strict=False):
            self._compare(entry, one)
        found.again += len(rest)

    def _adopted(self, step: Step, *, last: bool) -> None:
        for what, recorded, recomputed in consequences.unlike(
            step,
            self._titles,
            forecasts=self._forecasts and last,
            changed=self._forecasts and _moved_on(step.before, step.after),
        ):
            self._differs(step.body, what, recorded, recomputed)

    def _compare(self, entry: Body, expected: Body) -> None:
        recorded = {key: value for key, value in entry.items() if key not in _UNCOMPARED}
        worked_out = {key: value for key, value in expected.items() if key not in _UNCOMPARED}
        for difference in unlike(recorded, worked_out):
            self._differs(entry, *difference)

    def _differs(self, entry: Body, what: str, recorded: str, recomputed: str) -> None:
        found = self._found
        found.count += 1
        if found.count > SHOWN:
            return
        child = found.case.children.get(entry["child"] or "")
        framework = framework_of(child.state).value if child else "none"
        found.differences.append(
            Difference(framework, entry["case"], entry["child"], entry["seq"], what, recorded, recomputed)
        )


def _last_of_child(step: Step, group: Sequence[Body]) -> bool:
    child, seq = step.body["child"], step.body["seq"]
    return child is not None and seq == max(entry["seq"] for entry in group if entry["child"] == child)


def _moved_on(before: Case, after: Case) -> bool:
    """Whether anything changed that a power, a consent or a term hangs on."""
    if before.children is after.children:
        return False
    return any(_other(before.children.get(id_), child) for id_, child in after.children.items())


def _other(before: ChildFile | None, after: ChildFile) -> bool:
    if before is None:
        return True
    return before is not after and any(_changed(vars(before), vars(after)))


def _changed(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[bool]:
    return (value is not before.get(name) for name, value in after.items() if name not in _LIGHT)
