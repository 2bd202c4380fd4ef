"""Whether the child can judge a decision: recorded per decision, with who judged and why (5.1)."""

from __future__ import annotations

from states import commands as c
from states import events as e
from states.consents.capacity import Judgement
from states.consents.consent import GENERAL, Purpose
from states.drafting import Drafting
from states.handlers.common import detail_of, known, professional, refuse, said_at
from states.handlers.following import check_open, check_voluntary, counts_from, ended_by_measure, follow
from states.people import AgeBand, age_band


def judge(draft: Drafting, command: c.JudgeCapacity) -> None:
    """Record a judgement, and look again at who must consent from then on."""
    professional(command)
    child = known(draft, command)
    at = said_at(draft, command)
    starts = max(at, c.moment(command.valid_from)) if command.valid_from else at
    check_open(child, at)
    check_voluntary(child, starts, draft.now)
    band = age_band(child.born, starts)
    _check(command, band)
    judgement = Judgement(
        id=draft.new_id(f"{child.id}/judgement"),
        purpose=command.purpose,
        help=command.help or GENERAL,
        able=command.able,
        given_at=at,
        valid_from=counts_from(child, starts),
        ended_at=ended_by_measure(child, at, draft.now),
        band=band,
    )
    event = e.CapacityJudged(judgement=judgement)
    draft.emit(child.id, event, at, rules=("5.1/capacity",), detail=detail_of(command))
    if judgement.valid_from <= draft.now:
        follow(draft, child, judgement.valid_from, command.by)


def _check(command: c.JudgeCapacity, band: AgeBand) -> None:
    if band is AgeBand.UNDER_12:
        raise refuse(
            "5.1/capacity-age",
            "Het kind is dan nog geen 12. Wie gezag heeft beslist; er is niets te beoordelen.",
            "Jw 7.3.15 lid 1",
            "Gaat het over de tijd vanaf de verjaardag? Vul die dag in (valid_from).",
        )
    if command.help is None and command.purpose is not Purpose.INTENSIVE_HELP:
        raise refuse(
            "5.1/capacity-help",
            "Iemand is nooit in het algemeen wilsonbekwaam. Niet ingevuld is over welke beslissing dit gaat.",
            "Jw 7.3.4 lid 2, 7.3.15 lid 2; professionele richtlijn [K]",
            "Noem de hulp, of waarvoor informatie wordt gedeeld (help).",
        )
    if not command.judged_by or not command.reason:
        raise refuse(
            "5.1/capacity-reason",
            "Niet ingevuld is wie dit beoordeelde, of waarom.",
            "domein 5.1 (wilsbekwaamheid); professionele richtlijn [K]",
            "Vul in wie het beoordeelde (judged_by) en waarom (reason).",
        )
