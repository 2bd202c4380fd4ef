"""What follows from an event that is taken as it stands: each of it worked out again, and compared with the entry.

State, framework and title of a move; rows of consents and orders; terms of powers; the end of each term by its rule;
and what lies ahead. Which command led to the event does not matter here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from audit import difference
from audit.folding import Body, Step
from audit.term_ends import counted_otherwise
from states.consents.consent import Consent
from states.drafting import title_of
from states.editions.book import book
from states.entry import ahead_rows, consent_rows, order_rows
from states.events import KINDS, Event, Moved
from states.facts import ChildFile
from states.moves.landing import derived
from states.position import State, framework_of
from states.terms.powers import power_changes

Unlike = tuple[str, str, str]
_NOBODY = "the child is not in the case"


class Titles:
    """Children without the consents that had ended, because most of a long file is that; and what lay ahead of each."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._live: dict[str, tuple[tuple[Consent, ...], datetime, tuple[Consent, ...], dict[int, Consent]]] = {}
        self.ahead: dict[str, list[Body]] = {}

    def of(self, child: ChildFile, at: datetime) -> ChildFile:
        """The child as far as its state and title at a moment go."""
        known = self._live.get(child.id)
        if known is None or known[0] is not child.consents or at < known[1]:
            # What had ended once has ended at every later moment; the same object need not be asked again.
            over = known[3] if known is not None and at >= known[1] else {}
            left = [c for c in child.consents if id(c) not in over]
            live = tuple(c for c in left if (end := c.end) is None or at < end)
            over |= {id(c): c for c in left if (end := c.end) is not None and end <= at}
            known = self._live[child.id] = (child.consents, at, live, over)
        return child if len(known[2]) == len(child.consents) else child.model_copy(update={"consents": known[2]})


def unlike(step: Step, titles: Titles, *, forecasts: bool, changed: bool) -> Iterator[Unlike]:
    """Where an entry says something else than follows from its event: what, recorded, recomputed.

    ``forecasts``: what lies ahead is worked out too; ``changed``: the event changed what that hangs on.
    """
    entry, event = step.body, step.happened.event
    kind = KINDS.get(type(event), "fact")
    if entry["kind"] != kind:
        yield "kind", entry["kind"], kind
    if entry["child"] is None:
        return
    before, after = step.before.children.get(entry["child"]), step.after.children.get(entry["child"])
    if after is None:
        yield "child", entry["child"], _NOBODY
        return
    if isinstance(event, Moved):
        yield from _move(entry, event, before, titles.of(after, step.happened.effective_at), step)
    elif entry["move"] is not None:
        yield "move", entry["move"], "no move"
    yield from _grounds(entry, before, after)
    yield from _terms(before or ChildFile(id=after.id), after, event)
    if forecasts:
        yield from _ahead(entry, after, titles, step.happened.recorded_at, changed=changed)


def _move(entry: Body, event: Moved, before: ChildFile | None, after: ChildFile, step: Step) -> Iterator[Unlike]:
    stood = before.state if before else State.NONE
    if event.source is not stood or entry["from"] != stood.value:
        yield "from", str(entry["from"]), stood.value
    if event.target.value != entry["to"] or event.move != entry["move"]:
        yield "to", str(entry["to"]), event.target.value
    edition = book().edition(entry["edition"])
    if edition is not None and (entry["move"], entry["from"], entry["to"]) not in edition.legal:
        yield "move", f"{entry['move']}: {entry['from']} to {entry['to']}", f"no such move in edition {edition.id}"
    for name, state in (("framework_before", stood), ("framework_after", event.target)):
        if entry[name] != framework_of(state).value:
            yield name, str(entry[name]), framework_of(state).value
    at = step.happened.effective_at
    facts = derived(after, at)
    if facts is not event.target:
        yield "to", str(entry["to"]), f"{facts.value}, by the facts"
    title = title_of(after, event.target, at)
    if title != entry["title"]:
        yield from difference.unlike(entry["title"], title, "title")


def _grounds(entry: Body, before: ChildFile | None, after: ChildFile) -> Iterator[Unlike]:
    effects = entry["effects"]
    consents, orders = consent_rows(before, after), order_rows(before, after)
    if consents != effects.get("consents", []):
        yield from difference.unlike(effects.get("consents", []), consents, "effects.consents")
    if orders != effects.get("orders", []):
        yield from difference.unlike(effects.get("orders", []), orders, "effects.orders")


def _terms(before: ChildFile, after: ChildFile, event: Event) -> Iterator[Unlike]:
    """Terms of powers are worked out whole; of the others, the end by the length of their rule."""
    if not (event.opens or event.closes) and after.measures is before.measures:
        return
    running = {term.id for term in before.terms} | {term.id for term in event.opens}
    for closed in event.closes:
        if closed.id not in running:
            yield "effects.terms_closed", closed.id, "no such term runs"
    opens, closes = power_changes(before, after.model_copy(update={"terms": before.terms}))
    opened, ended = {term.id: term for term in event.opens}, {closed.id for closed in event.closes}
    for term in opens:
        if opened.get(term.id) != term:
            recorded = opened[term.id].due.isoformat() if term.id in opened else "not opened"
            yield f"effects.terms_opened {term.id}", recorded, term.due.isoformat()
    for gone in closes:
        if gone.id not in ended:
            yield f"effects.terms_closed {gone.id}", "still open", gone.outcome.value
    for term in event.opens:
        otherwise = counted_otherwise(term)
        if otherwise is not None:
            yield f"effects.terms_opened {term.id}", term.due.isoformat(), otherwise


def _ahead(entry: Body, after: ChildFile, titles: Titles, now: datetime, *, changed: bool) -> Iterator[Unlike]:
    recorded = entry["effects"].get("ahead")
    if after.state is State.NONE:
        return
    if recorded is None:
        yield "effects.ahead", "nothing", "what lies ahead of the child"
        return
    known = titles.ahead.get(after.id)
    same = known is not None and recorded == known and not changed
    titles.ahead[after.id] = recorded
    if same and not any(datetime.fromisoformat(step["at"]) <= now for step in recorded):
        return
    yield from difference.unlike(recorded, ahead_rows(after, now), "effects.ahead")
