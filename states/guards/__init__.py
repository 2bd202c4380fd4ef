"""The named rules that stand between a child and a move (D6).

A guard looks at facts and answers ``None`` (nothing stands in the way) or a coded reason. A
selector only says which of two rows is meant. Neither has side effects.
"""

from __future__ import annotations

from states.guards import close, consent, court, raad, work
from states.guards.base import Guard, Selector

GUARDS: dict[str, Guard] = {
    guard.__name__: guard
    for guard in (
        consent.help_consents_complete,
        consent.intensive_consents_complete,
        consent.intensive_consents_fresh,
        consent.consents_cover_lead,
        work.region_allows_lead,
        work.mandate_of_college,
        work.worker_registered,
        work.review_in_time,
        work.both_organisations_agreed,
        work.papers_delivered,
        close.second_reader_is_another,
        close.reason_fits_close,
        close.nothing_pending,
        raad.minor,
        raad.informed_or_why_not,
        raad.views_or_why_not,
        raad.sent_by_corv,
        raad.petition_for_measure,
        court.imported_order_in_force,
        court.imported_order_names_gi,
        court.imported_term_known,
        court.gi_of_title,
        court.placement_account,
    )
}
"""Every guard by name."""

SELECTORS: dict[str, Selector] = {
    selector.__name__: selector for selector in (court.adds_sibling, court.placement_refused)
}
"""Every selector by name."""
