"""That a sheet of rights, or a notice, reached somebody: to whom, when, which version; or that it did not.

How, and why not, is detail: it may hold personal words. No address is a fact here or anywhere.
"""

from __future__ import annotations

from datetime import date, datetime

from states.people import Stored
from states.position import State


class SheetGiven(Stored):
    """One reader got the sheet about one state; or did not (``given`` is false), for a reason that is detail.

    ``at`` is UTC; ``edition`` is the version of the sheet. ``interpreter``: somebody interpreted.
    """

    person: str
    state: State
    at: datetime
    edition: str
    given: bool = True
    interpreter: bool = False


class Delivery(Stored):
    """One notice reached its recipient, or did not; which text of which edition, on which day, by whom (an id).

    ``on`` is a day in Amsterdam. A notice of before texts were kept has neither text nor edition.
    """

    notice: str
    code: str
    recipient: str
    on: date
    by: str
    given: bool = True
    text: str | None = None
    edition: str | None = None
