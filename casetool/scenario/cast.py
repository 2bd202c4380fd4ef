"""From the people of a scenario to the people of a case.

A play gives every person an id of its own (a prefix and the key in the file), so that the same file
can be played more than once on one server.
"""

from __future__ import annotations

from casetool.scenario.model import Scenario
from casetool.scenario.people import Child, Holding, Worker
from states.commands import Opening
from states.people import Actor, Authority, Registration, Role


class Cast:
    """The people of one play."""

    def __init__(self, scenario: Scenario, prefix: str = "") -> None:
        """Give each person an id that begins with ``prefix``."""
        self.scenario = scenario
        self.prefix = prefix

    def id_of(self, key: str) -> str:
        """The id of a person in the case."""
        return f"{self.prefix}{key}"

    def key_of(self, id_: str) -> str:
        """How the file calls somebody; an id that is nobody's stays what it is."""
        key = id_.removeprefix(self.prefix)
        return key if key in self.scenario.people else id_

    def name_of(self, id_: str) -> str:
        """The name of a person, or the id of somebody the file does not know."""
        person = self.scenario.people.get(self.key_of(id_))
        return person.name if person else id_

    def actor(self, key: str) -> Actor:
        """Somebody as the one who acts; a child acts as youth."""
        person = self.scenario.people[key]
        if isinstance(person, Child):
            return Actor(id=self.id_of(key), role=Role.YOUTH)
        if not isinstance(person, Worker):
            return Actor(id=self.id_of(key), role=Role(person.role))
        entry = person.registration
        return Actor(
            id=self.id_of(key),
            role=Role(person.role),
            organisation=person.organisation,
            under=self.id_of(person.under) if person.under else None,
            registration=Registration(**entry.model_dump()) if entry else None,
        )

    def authority(self, holdings: tuple[Holding, ...]) -> tuple[Authority, ...]:
        """Rows of authority, with the ids of this play."""
        return tuple(Authority(**{**row.model_dump(), "holder": self.id_of(row.holder)}) for row in holdings)

    def names(self, holdings: tuple[Holding, ...]) -> dict[str, str]:
        """The names of those with authority, by id."""
        return {self.id_of(r.holder): self.scenario.people[r.holder].name for r in holdings}

    def opening(self, key: str) -> Opening:
        """A child as it comes into the case, with all its authority, also what begins later."""
        child = self.scenario.people[key]
        if not isinstance(child, Child):
            message = f"{key} is not a child"
            raise TypeError(message)
        holdings = tuple(h for row in self.scenario.authority for h in row.holdings(key))
        return Opening(
            name=child.name,
            born=child.born,
            expected=child.expected,
            mother=self.id_of(child.mother) if child.mother else None,
            bsn=child.bsn,
            municipality=child.municipality or self.scenario.municipality,
            region=child.region or self.scenario.region,
            authority=self.authority(holdings),
            names=self.names(holdings),
        )
