"""What each command does: which facts it adds, and which move it asks the table for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from states import commands as c
from states.drafting import Drafting
from states.handlers import act, consent, court, fact, placing, raad, transfer, voluntary

HANDLERS: dict[type[c.Base], Callable[[Drafting, Any], None]] = {
    c.Report: voluntary.report,
    c.StartHelp: voluntary.start_help,
    c.StartIntensiveHelp: voluntary.start_intensive_help,
    c.ChangeLead: voluntary.change_lead,
    c.EndIntensiveHelp: voluntary.end_intensive_help,
    c.Close: voluntary.close,
    c.GiveConsent: consent.give,
    c.WithdrawConsent: consent.withdraw,
    c.ChangeAuthority: consent.change_authority,
    c.RequestInvestigation: raad.request_investigation,
    c.RaadAccepts: raad.accept,
    c.RaadDeclines: raad.decline,
    c.RaadCloses: raad.close,
    c.PetitionCourt: raad.petition,
    c.CourtOrder: court.order,
    c.ImportMeasure: transfer.import_measure,
    c.EndPlacement: placing.end_placement,
    c.HoldHearing: placing.hold_hearing,
    c.ReportResidence: placing.report_residence,
    c.NotifyGi: fact.notify_gi,
    c.WaiveFamilyPlan: fact.waive_family_plan,
    c.MeetTerm: fact.meet_term,
    c.ProlongAssessment: fact.prolong_assessment,
    c.DeliverNotices: fact.deliver_notices,
    c.Note: fact.note,
    c.RegisterAct: act.register,
    c.AttemptMove: fact.attempt_move,
}
"""Every command type and the function that carries it out."""
