"""The certificate of a GI, as somebody looked it up (Jw 3.4; R-52). It never stops a judge: it is a flag (00-B)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from states.people import Stored
from states.refusal import Flag


class Certificate(Stored):
    """The certificate of one GI: its first and last valid day, in Amsterdam; ``None``: not known."""

    gi: str
    valid_from: date | None = None
    valid_until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is valid on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


def certificate_flags(known: Iterable[Certificate], gi: str | None, day: date) -> tuple[Flag, ...]:
    """A flag when the GI that an order names has no valid certificate on its day, as far as is known."""
    mine = [one for one in known if one.gi == gi]
    if not mine or any(one.holds(day) for one in mine):
        return ()
    text = f"Het certificaat van {gi} is op {day.isoformat()} niet geldig. Meld dit aan de leiding en aan de inspectie."
    return (Flag(rule="R-52", text=text, source="Jw 3.4; R-52; 00-B"),)
