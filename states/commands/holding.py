"""Commands about who holds a measure, where the child lives under it, and when an order becomes final."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from states.commands.base import Base, Name, Text


class ChangeResidence(Base):
    """TR-65: the GI moves a child that was placed to other carers, within the kind of place."""

    do: Literal["change_residence"] = "change_residence"
    decision: Text = ""
    place: Text = ""
    carers: Name | None = None


class HandOverMeasure(Base):
    """TR-66b: another organisation, outside this system, holds the measure from now on."""

    do: Literal["hand_over_measure"] = "hand_over_measure"
    organisation: Text = ""
    confirmation: Text = ""


class OrderFinal(Base):
    """An order about authority became final, or was sent: the day it begins is known (1:253p, 280; L4).

    ``order``: its id; without it, the last one that could not begin yet.
    """

    do: Literal["order_final"] = "order_final"
    order: Name | None = None
    final_on: dt.date | None = None
