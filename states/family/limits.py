"""What may not be destroyed on request now: others still need it (Jw 7.3.9 lid 2).

The fact of a destruction, without its content, always stays in the log (domain 6.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from states.editions.book import rules
from states.facts import ChildFile
from states.family.request import FilePart
from states.position import RAAD
from states.tracks.running import tracks

_PLAIN = {"P9": "horen na een spoedbeslissing", "P12": "een aangehouden beslissing", "P13": "een hoger beroep"}


def needed_for(child: ChildFile, part: FilePart, at: datetime) -> tuple[str, ...]:
    """What still needs a part of the file, in Dutch; empty: nothing that we know of.

    An open procedure, complaint or petition needs every part. A measure needs its own part as long as
    it runs, and the Raad its part as long as it looks.
    """
    return tuple(dict.fromkeys(_found(child, part, at)))


def _found(child: ChildFile, part: FilePart, at: datetime) -> Iterator[str]:
    if part is FilePart.MEASURE and child.measure(at) is not None:
        yield "een maatregel die nog loopt"
    if part is FilePart.RAAD and (child.state in RAAD or child.raad is not None):
        yield "een onderzoek van de Raad dat nog loopt"
    if any(p.open_at(at) for p in child.petitions):
        yield "een verzoek bij de rechter"
    for running in tracks(child, at):
        yield _PLAIN.get(running.track.id, running.track.title)
    reported = {t.rule for t in (*child.terms, *child.overdue)}
    if "T33" in reported:
        yield rules(at).terms["T33"].title
