"""A case, folded from the entries that the database holds; no workflow is asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from records import log
from records.chain import Fault, Link, verify
from records.log import Stored
from states.entry import happened
from states.evolve import Happened, evolve
from states.facts import Case

Body = dict[str, Any]


class UnknownCaseError(Exception):
    """Voor de medewerker: deze zaak bestaat niet. Kijk welke zaken er zijn (case list)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry, the event it holds, and the case before and after it."""

    body: Body
    happened: Happened
    before: Case
    after: Case


def steps(entries: Iterable[Body], case: Case) -> Iterator[Step]:
    """Fold entries onto a case, one after the other, and give each with what it changed."""
    for body in entries:
        event = happened(body)
        after = evolve(case, event)
        yield Step(body, event, case, after)
        case = after


def stored(connection: Connection, case: str) -> Iterator[Stored]:
    """Every entry of a case, in order."""
    seq = 0
    while page := log.entries(connection, case, seq):
        yield from page
        seq = page[-1].seq


def bodies(connection: Connection, case: str) -> Iterator[tuple[Body, str]]:
    """Every entry of a case as (body, hash), in order."""
    for entry in stored(connection, case):
        yield json.loads(entry.body), entry.hash


def fold(connection: Connection, case: str) -> Case:
    """The case as its entries make it.

    Raises:
        UnknownCaseError: there is no such case.
    """
    folded = Case(id=case)
    for body, hash_ in bodies(connection, case):
        folded = evolve(folded, happened(body), hash_)
    if folded.seq == 0:
        raise UnknownCaseError(UnknownCaseError.__doc__)
    return folded


def faults(connection: Connection, case: str) -> list[Fault]:
    """What is wrong with the hash chain of a case; nothing, when it is whole."""
    previous = bytes(32)
    links = []
    for entry in stored(connection, case):
        own = bytes.fromhex(entry.hash)
        links.append(Link(case, entry.seq, previous, entry.body.encode(), own))
        previous = own
    return verify(links)
