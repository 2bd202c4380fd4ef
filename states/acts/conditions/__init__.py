"""The named conditions of acts: what the matrix says in its remarks (domain 4, as amended).

A condition looks at facts and at what the sender tells, and answers ``None`` or a finding. It has
no side effects.
"""

from __future__ import annotations

from states.acts.conditions import age, informed, title, told
from states.acts.conditions.base import Condition

CONDITIONS: dict[str, Condition] = {
    condition.__name__: condition
    for condition in (
        age.under_12,
        age.from_12,
        age.from_12_to_16,
        age.from_16,
        age.under_12_or_unable,
        age.data_of_16_with_the_youth,
        title.named_gi,
        title.to_parent_with_authority_or_minor,
        title.no_earlier_arrangement,
        title.needed_for_placement,
        title.parent_with_authority,
        title.within_the_muhp,
        title.within_partial_authority,
        title.a_year_asks_the_court,
        title.carers_agree,
        title.for_the_named_help,
        title.gi_leads_already,
        title.may_bring_a_dispute,
        informed.readers_informed,
        told.only_to_round_off,
        told.agreed_in_plan,
        told.without_names,
        told.necessary,
        told.names_the_sharing,
        told.informed_or_danger,
        told.index_agreement,
        told.lives_with_carers,
        told.through_the_prosecutor,
        told.in_the_help_plan,
        told.ground_to_tell,
        told.planned_before_closing,
        told.names_its_basis,
        told.names_the_framework,
        told.approved_before,
    )
}
"""Every condition by name."""
