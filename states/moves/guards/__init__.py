"""The named rules that stand between a child and a move (D6).

A guard looks at facts and answers ``None`` (nothing stands in the way) or a coded reason. A
selector only says which of two rows is meant. Neither has side effects.
"""

from __future__ import annotations

from states.moves.guards import beside, close, consent, court, leaving, petition, raad, residence, sheets, work
from states.moves.guards.base import Guard, Selector

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
        sheets.sheets_given,
        close.second_reader_is_another,
        close.reason_fits_close,
        close.nothing_pending,
        raad.minor,
        raad.informed_or_why_not,
        raad.views_or_why_not,
        raad.sent_by_corv,
        raad.petition_for_measure,
        petition.burgemeester_asked,
        petition.raad_will_not_ask,
        petition.caretaker_for_a_year,
        petition.own_request,
        petition.raad_agreed,
        leaving.alive,
        leaving.another_municipality,
        leaving.file_goes_with_consent,
        leaving.file_stays,
        leaving.no_serious_worries,
        leaving.no_act_with_effect,
        leaving.raad_confirms_error,
        beside.withdrawn_by_petitioner,
        beside.ends_secure_help,
        beside.four_eyes,
        court.imported_order_in_force,
        court.imported_order_names_gi,
        court.imported_term_known,
        court.gi_of_title,
        court.placement_account,
        residence.residence_decision,
        residence.within_kind_of_place,
        residence.carers_of_a_year,
        residence.municipality_of_residence,
    )
}
"""Every guard by name."""

SELECTORS: dict[str, Selector] = {
    selector.__name__: selector
    for selector in (
        court.adds_sibling,
        court.ends_no_authority,
        court.in_other_case,
        court.placement_refused,
        petition.no_burgemeester,
    )
}
"""Every selector by name."""
