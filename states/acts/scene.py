"""One child at one moment, as acts look at it: worked out once, for all questions about it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from states.acts.confers import Conferred, confers
from states.acts.standing import Standing, standing
from states.consents.around import Consents
from states.facts import ChildFile
from states.people import AgeBand
from states.tracks.running import Running, tracks


class Scene:
    """A child at a moment (UTC); everything in it is read from the facts when it is first asked."""

    def __init__(self, child: ChildFile, at: datetime) -> None:
        """Look at a child at a moment."""
        self.child = child
        self.at = at
        self._conferred: dict[str, dict[int, Conferred]] = {}

    @cached_property
    def standing(self) -> Standing:
        """Where the child stands."""
        return standing(self.child, self.at)

    @cached_property
    def consents(self) -> Consents:
        """The consents as they count."""
        return self.child.consents_at(self.at)

    @cached_property
    def spoken(self) -> Consents:
        """The same without what is only presumed: for what is intrusive (L13)."""
        if not self.consents.presumed:
            return self.consents
        return self.child.model_copy(update={"presumed": ()}).consents_at(self.at)

    @cached_property
    def band(self) -> AgeBand:
        """The child's age band."""
        return self.child.band(self.at)

    @cached_property
    def running(self) -> tuple[Running, ...]:
        """The procedures that run."""
        return tracks(self.child, self.at)

    def conferred(self, where: Standing) -> dict[int, Conferred]:
        """The powers that orders in force give, for what lies under a standing of this child."""
        if where.column not in self._conferred:
            self._conferred[where.column] = confers(self.child, where, self.at)
        return self._conferred[where.column]
