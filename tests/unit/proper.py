"""The next step of somebody who does everything in order, from wherever a child stands."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from states import commands as c
from states.consents.consent import Lead, Purpose
from states.facts import ChildFile, PetitionKind, Residence
from states.orders.order import OrderKind
from states.position import ClosedReason, State
from tests.unit import cast
from tests.unit.said import Day, Said

TODAY = Day(0)


def _said(command: type[c.Base], child: str, **fields: Any) -> Said:  # noqa: ANN401 - any field of any command
    return Said(command, (("child", child), *fields.items()))


def _opening(age: int) -> dict[str, Any]:
    born = Day(-age)
    people = tuple({"holder": holder} for holder in ("anna", "bart"))
    return {"name": "Noor", "municipality": "Zonstad", "born": born, "region": "mix", "authority": people}


def _order(kind: OrderKind, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of an order
    record = {"kind": kind, "court": "rechtbank", "date": TODAY, "zaaknummer": "C/1", "gi": "GI Fictieland"}
    return {**record, "enforceable": "yes", **more}


def _court(child: str, age: int, **record: Any) -> list[Said]:  # noqa: ANN401 - any field of an order
    return [_said(c.CourtOrder, child, by=cast.RAAD, opening=_opening(age), order=_order(**record))]


def _consents(file: ChildFile, now: datetime, **fields: Any) -> list[Said]:  # noqa: ANN401 - any field
    people = file.consents_at(now).required
    return [_said(c.GiveConsent, file.id, person=person, **fields) for person in people]


def _help(file: ChildFile, now: datetime, *, intrusive: bool) -> list[Said]:
    papers = {"frame_statement": TODAY, "rights_sheet": TODAY}
    start = _said(c.StartHelp, file.id, help="hulp", intrusive=intrusive, **papers)
    return [*_consents(file, now, help="hulp"), start]


def _intensive(file: ChildFile, now: datetime, lead: Lead) -> list[Said]:
    ready = [
        *_consents(file, now, help="hulp"),
        *_consents(file, now, purpose=Purpose.INTENSIVE_HELP, leads=tuple(Lead)),
    ]
    fields = {**cast.INTENSIVE, "lead": lead, "mandate": Day(-1), "rights_sheet": TODAY, "review_on": Day(80)}
    return [*ready, _said(c.StartIntensiveHelp, file.id, **{**fields, "reflection": Day(7)})]


def _close(child: str, reason: ClosedReason) -> list[Said]:
    words = {"judgement": "veilig", "second_reader": "sanne", "evaluation": "samen", "aftercare": "ja"}
    return [
        _said(c.ReportResidence, child, by=cast.GI, residence=Residence.HOME),
        _said(c.DeliverNotices, child, how="brief"),
        _said(c.Close, child, closed_reason=reason, closing_letter=TODAY, **words),
    ]


def _petition(child: str, kind: PetitionKind) -> list[Said]:
    return [_said(c.PetitionCourt, child, **{**cast.PETITION, "kind": kind})]


def _vto(child: str) -> list[Said]:
    return [_said(c.RequestInvestigation, child, by=cast.GI, **{**cast.VTO, "informed_on": TODAY})]


def _planned(file: ChildFile, now: datetime) -> list[Said]:
    """Consents for a time to come, also of the youth who will be older then."""
    people = dict.fromkeys((file.id, *file.consents_at(now).holders))
    return [
        _said(c.GiveConsent, file.id, person=person, help="hulp", valid_from=Day(days))
        for person in people
        for days in (20, 90, 365)
    ]


def steps(file: ChildFile, now: datetime, age: int) -> list[list[Said]]:
    """What can be done in order from where a child stands; each is a list of commands."""
    child = file.id
    found = {
        State.NONE: [[_said(c.Report, child, opening=_opening(age), report="melding")]],
        State.CLOSED: [[_said(c.Report, child, report="melding")]],
        State.ASSESSMENT: [
            _help(file, now, intrusive=False),
            _help(file, now, intrusive=True),
            _intensive(file, now, Lead.GI),
            _vto(child),
            _close(child, ClosedReason.HELP_ENDED),
            _close(child, ClosedReason.MEASURE_ENDED),
        ],
        State.HELP: [_intensive(file, now, Lead.LOCAL_TEAM), _vto(child), _close(child, ClosedReason.GOALS_REACHED)],
        State.REQUESTED: [
            [_said(c.RaadAccepts, child, by=cast.RAAD)],
            [_said(c.RaadAccepts, child, by=cast.RAAD)],
            [_said(c.RaadDeclines, child, by=cast.RAAD, reply="nee")],
        ],
        State.INVESTIGATING: [
            [_said(c.RaadCloses, child, by=cast.RAAD, report="rapport", college_told=TODAY)],
            _petition(child, PetitionKind.MEASURE),
            _petition(child, PetitionKind.TERMINATION),
        ],
        State.PETITIONED: [_court(child, age, kind=OrderKind.REFUSED)],
    }.get(file.state, [])
    if file.state in (State.GI_LED, State.TEAM_LED):
        other = Lead.LOCAL_TEAM if file.state is State.GI_LED else Lead.GI
        found = [
            [
                _said(
                    c.ChangeLead,
                    child,
                    by=cast.COLLEGE,
                    lead=other,
                    worker=cast.GI,
                    mandate=TODAY,
                    agreed_by=("a", "b"),
                )
            ],
            [_said(c.EndIntensiveHelp, child)],
            _vto(child),
            _close(child, ClosedReason.GOALS_REACHED),
        ]
    found += [_planned(file, now), *_orders(file, age), *_beside(file, age)]
    found += [[_said(c.WithdrawConsent, child, person=person)] for person in (child, "anna")]
    return found


def _beside(file: ChildFile, age: int) -> list[list[Said]]:
    """Appeal, secure help and corrections, from wherever the child stands (TR-68, 74, 75, 82, 83)."""
    if file.state is State.NONE:
        return []
    child, inside = file.id, {"secure": "regular", "statement": TODAY, "lawyer": True}
    wrong: list[dict[str, Any]] = [{"order": order.kind} for order in file.orders[-2:] if not order.void]
    appeal = {"track": "P3", "paper": "beroep", "party": "raad", "enforceable": "no"}
    return [
        *([_said(c.Correct, child, second="sanne", reason="fout", **what)] for what in wrong),
        [_said(c.OpenProcedure, child, **appeal)],
        [_said(c.EndSecure, child, by=cast.GI, decision="besluit")],
        [_said(c.WithdrawPetition, child, by=cast.RAAD, notice="bericht")],
        _court(child, age, kind=OrderKind.SECURE_PLACEMENT, end=Day(100), placed_since=TODAY, **inside),
        _court(child, age, kind=OrderKind.SECURE_PLACEMENT, end=Day(300), on_consent=True, heard=False, **inside),
        _court(child, age, kind=OrderKind.SUSPENDED),
        _court(child, age, kind=OrderKind.CONFIRMED),
        _court(child, age, kind=OrderKind.CONFIRMED),
        _court(child, age, kind=OrderKind.ANNULLED, start=Day(-20)),
        _court(child, age, kind=OrderKind.ANNULLED, grants=OrderKind.SUPERVISION, end=Day(200)),
        _court(child, age, kind=OrderKind.GRANTED_ON_APPEAL, grants=OrderKind.SUPERVISION, end=Day(200)),
        _court(child, age, kind=OrderKind.ADJOURNED, end=Day(60)),
        _court(child, age, kind=OrderKind.INADMISSIBLE),
    ]


def _orders(file: ChildFile, age: int) -> list[list[Said]]:
    child, away = file.id, "pleeggezin"
    year, quarter = Day(365), Day(90)
    begin = [
        _court(child, age, kind=OrderKind.PROVISIONAL_SUPERVISION, end=quarter, heard=False),
        _court(child, age, kind=OrderKind.SUPERVISION, end=year),
        _court(child, age, kind=OrderKind.SUPERVISION, end=year, placement=away, placement_end=quarter),
        _court(child, age, kind=OrderKind.SUPERVISION, end=Day(300), start=Day(10)),
        _court(child, age, kind=OrderKind.SUPERVISION, date=Day(-12), end=Day(300), sibling="broer"),
    ]
    taken_over = [
        [_order(OrderKind.GUARDIANSHIP, sent_on=TODAY)],
        [_order(OrderKind.PROVISIONAL_GUARDIANSHIP, end=quarter), _order(OrderKind.SUPERVISION, end=year)],
        [_order(OrderKind.SUPERVISION, end=year, placement=away, placement_end=quarter)],
        [_order(OrderKind.TEMPORARY_GUARDIANSHIP, end=year)],
    ]
    if file.state is State.NONE:
        return begin + [
            [_said(c.ImportMeasure, child, by=cast.GI, opening=_opening(age), orders=tuple(records))]
            for records in taken_over
        ]
    if file.state in (State.ASSESSMENT, State.HELP, State.PETITIONED, State.CLOSED):
        return begin
    inside = [
        _court(child, age, kind=OrderKind.MAINTAINED, placement_end=Day(80)),
        _court(child, age, kind=OrderKind.PLACEMENT, placement=away, placement_end=quarter),
        _court(child, age, kind=OrderKind.SUPERVISION, end=year),
        _court(child, age, kind=OrderKind.SUPERVISION_EXTENSION, end=Day(600)),
        _court(child, age, kind=OrderKind.PLACEMENT_ENDED),
        _court(child, age, kind=OrderKind.PROVISIONAL_SUPERVISION_ENDED),
        _court(child, age, kind=OrderKind.SUPERVISION_LIFTED),
        _court(child, age, kind=OrderKind.REFUSED),
        [_said(c.HoldHearing, child, by=cast.GI)],
        [_said(c.ReportResidence, child, by=cast.GI, residence=Residence.AWAY, place=away)],
        [_said(c.EndPlacement, child, by=cast.GI, decision="besluit", account="verslag")],
        _petition(child, PetitionKind.EXTENSION),
        _petition(child, PetitionKind.MEASURE),
        _petition(child, PetitionKind.TERMINATION),
        [_said(c.RaadAccepts, child, by=cast.RAAD)],
    ]
    return inside if file.state.value.startswith("court") else []
