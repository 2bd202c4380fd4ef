"""Short Dutch texts that every screen shares: the banner, a place, a moment, the edition."""

from __future__ import annotations

from datetime import UTC, datetime

from states.editions.book import rules
from states.editions.edition import Edition
from states.position import CODES, DUTCH, Framework, State
from states.terms.calendar import AMSTERDAM

BANNER: dict[Framework, str] = {
    Framework.VOLUNTARY: "[bold green]VRIJWILLIG[/]",
    Framework.COMPULSORY: "[bold red]GEDWONGEN[/]",
    Framework.NONE: "geen kader",
}


def banner(framework: Framework) -> str:
    """Whether help is voluntary or a judge ordered it; on every screen (R-13)."""
    return BANNER[framework]


def place(state: State) -> str:
    """A state as people read it, with its short code."""
    return f"{CODES[state]} {DUTCH[state]}"


def moment(at: datetime) -> str:
    """A moment on the clock of Amsterdam, to the minute."""
    return at.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M")


def edition_line(edition: Edition) -> str:
    """An edition and its status; a provisional one names whose review is missing."""
    if not edition.provisional:
        return f"Regels: editie {edition.id} ({edition.status})"
    *first, last = (f"een {reviewer.value}" for reviewer in edition.unreviewed)
    who = f"{', '.join(first)} en {last}" if first else last
    return f"Regels: editie {edition.id} ({edition.status}: nog niet beoordeeld door {who})"


def edition_note(at: datetime | None = None) -> str:
    """The line under every screen that shows rules: those of a moment, or of now."""
    return f"[dim]{edition_line(rules(at or datetime.now(UTC)))}[/]"
