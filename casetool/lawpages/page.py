"""What stands at the top of every page: its title, whether the rules are provisional, and whose words these are."""

from __future__ import annotations

from states.editions.edition import Edition
from states.editions.review import Reviewer

INDEX = "index.md"
OWN_WORDS = (
    "Dit zijn onze woorden, niet de tekst van de wet. Bij `[K]` moet de tekst van de wet er nog naast gelegd worden."
)


def status(edition: Edition) -> str:
    """Whether the rules of a page were reviewed, and by whom not."""
    if not edition.provisional:
        return f"**In werking: getoetst door {_every(tuple(Reviewer))}.**"
    return f"**Voorlopig: niet door {_every(edition.unreviewed)} getoetst.**"


def _every(reviewers: tuple[Reviewer, ...]) -> str:
    *first, last = (reviewer.value for reviewer in reviewers)
    return f"{', '.join(first)} en {last}" if first else last


def page(title: str, edition: Edition, body: str, *, index: str = INDEX) -> str:
    """A page: the status and the edition in its first lines, then a way back, then the body."""
    since = edition.valid_from.isoformat()
    return (
        f"# {title}\n\n> {status(edition)} Editie {edition.id}, geldt vanaf {since}.\n> {OWN_WORDS}\n\n"
        f"[Alle bladzijden]({index})\n\n{body.strip()}\n"
    )
