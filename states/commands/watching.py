"""Two facts that signals read: who keeps sight on safety, and which help runs under a measure."""

from __future__ import annotations

from datetime import date
from typing import Literal

from states.commands.base import Base, Name


class KeepSight(Base):
    """A named person keeps sight on the safety of a child in V0 or R; ``stops``: nobody does any longer."""

    do: Literal["keep_sight"] = "keep_sight"
    keeps_sight: Name | None = None
    stops: bool = False


class ReportHelp(Base):
    """Help runs under a measure since a day, or stopped on one (``stopped``). It gives no power to anybody."""

    do: Literal["report_help"] = "report_help"
    help: Name
    stopped: bool = False
    on: date | None = None
