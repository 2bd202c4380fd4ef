"""Short Dutch texts that every screen shares: the banner, a place, a moment, the edition."""

from __future__ import annotations

from datetime import datetime

from states.calendar import AMSTERDAM
from states.edition import EDITION
from states.position import CODES, DUTCH, Framework, State

BANNER: dict[Framework, str] = {
    Framework.VOLUNTARY: "[bold green]VRIJWILLIG[/]",
    Framework.COMPULSORY: "[bold red]GEDWONGEN[/]",
    Framework.NONE: "geen kader",
}

EDITION_NOTE = (
    f"[dim]Regels: editie {EDITION.id}"
    + (
        " (voorlopig: nog niet beoordeeld door een jurist, een professional en een cliëntenorganisatie)"
        if EDITION.provisional
        else ""
    )
    + "[/]"
)


def banner(framework: Framework) -> str:
    """Whether help is voluntary or a judge ordered it; on every screen (R-13)."""
    return BANNER[framework]


def place(state: State) -> str:
    """A state as people read it, with its short code."""
    return f"{CODES[state]} {DUTCH[state]}"


def moment(at: datetime) -> str:
    """A moment on the clock of Amsterdam, to the minute."""
    return at.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M")
