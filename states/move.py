"""One legal move: a row of the transition table, as data.

A row says from where, to where, on what, by whom, under which guards, with which documents, who is
told, and on what legal basis. The machine, the database, the diagram and the pages for lawyers are
all made from these rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from states.people import Role
from states.position import State


@dataclass(frozen=True, slots=True)
class Need:
    """Something the command must carry: a starred document, or a fact only its sender knows.

    ``field`` names the field of the command; ``text`` finishes the sentence "Nodig: …".
    """

    field: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Move:
    """A row.

    ``triggers`` are the things that set it off. ``selects`` names predicates that decide whether
    this row or another is meant; ``guards`` names rules that refuse with a reason. ``lands``: the
    target is computed (00-A). ``court``: the row flags where others refuse (00-B). ``same``: the
    state stays what it is; ``stays``: it may stay what it is;
    ``extra``: pairs beside those of sources and targets.
    """

    id: str
    title: str
    triggers: tuple[str, ...]
    sources: tuple[State, ...]
    targets: tuple[State, ...]
    who: frozenset[Role]
    basis: str
    needs: tuple[Need, ...] = ()
    guards: tuple[str, ...] = ()
    selects: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    lands: bool = False
    court: bool = False
    same: bool = False
    stays: bool = False
    extra: tuple[tuple[State, State], ...] = ()

    def pairs(self) -> Iterator[tuple[State, State]]:
        """Every (from, to) that this row allows."""
        yield from self.extra
        for source in self.sources:
            if self.same:
                yield source, source
            else:
                yield from ((source, to) for to in self.targets if self.stays or to is not source)


UNBUILT: dict[str, str] = {
    "TR-10": "vervangende toestemming (1:253a)",
    "TR-14": "verhuizing naar een andere gemeente, vrijwillig kader",
    "TR-15": "afsluiten omdat het gezin verhuist en het dossier niet mee mag",
    "TR-21": "de Raad begint uit eigen beweging",
    "TR-26": "verzoek aan de rechter na een brief van de burgemeester",
    "TR-27": "ouder of verzorger vraagt de maatregel",
    "TR-28": "het Openbaar Ministerie vraagt de maatregel",
    "TR-29": "verhuizing tijdens het raadsonderzoek",
    "TR-30": "het verzoek tot onderzoek wordt ingetrokken",
    "TR-32": "het verzoek aan de rechter wordt ingetrokken of niet ontvankelijk verklaard",
    "TR-33": "de rechter houdt de beslissing aan",
    "TR-49": "ondertoezichtstelling uit een andere zaak",
    "TR-50": "schorsing van gezag en voorlopige voogdij",
    "TR-51": "van voorlopige voogdij naar voogdij",
    "TR-53": "gezagsbeëindiging",
    "TR-55": "tijdelijke voogdij door een GI",
    "TR-56": "einde van de tijdelijke voogdij",
    "TR-57": "voogdij vanuit het vrijwillig kader",
    "TR-64": "vervanging van de GI",
    "TR-65": "wijziging van verblijf",
    "TR-66": "verhuizing tijdens een maatregel",
    "TR-66b": "maatregel over naar een andere organisatie",
    "TR-67": "andere voogd",
    "TR-68": "machtiging gesloten jeugdhulp",
    "TR-74": "het hof vernietigt de beslissing",
    "TR-75": "het hof wijst alsnog toe",
    "TR-76": "gezag hersteld",
    "TR-77": "voogdij naar een natuurlijke persoon",
    "TR-78": "overlijden",
    "TR-79": "ten onrechte geopend",
    "TR-81": "nieuwe maatregel na afsluiting",
    "TR-82": "herstel van een verkeerd vastgelegde beschikking of toestemming",
    "TR-83": "schorsing van de werking door hoger beroep",
}
"""Rows of the domain table that no code carries out yet: asked for, they answer so."""

DELETED: dict[str, str] = {
    "TR-04": "TR-20",
    "TR-12": "TR-03",
    "TR-72": "TR-70",
}
"""Rows that the amendments deleted (00-C), and the row that took their place."""
