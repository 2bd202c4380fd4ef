"""What a family asks about its file: who may, with which term, and which answers there are (7.3.8 to 7.3.10)."""

from __future__ import annotations

from typing import Any

import pytest

from casetool.telling_family import OUTCOMES, asked, request_line
from states import commands as c
from states.family.request import FilePart, Ground, Request, RequestKind, RequestOutcome
from states.family.table import GROUNDS, NO_LATER, PARTS, REQUESTS
from states.people import Actor, Authority, Role
from states.terms.table import TERMS
from tests.unit.cast import ANNA, BART, GI, RAAD, TEAM, day
from tests.unit.desk import Desk, helped, intensive, petitioned, reported, supervised

WHEN, LATER = "2026-03-10 09:00", "2026-03-20 09:00"
YOUTH = Actor(id="kind", role=Role.YOUTH)
OMA = Actor(id="oma", role=Role.CARETAKER)
BORN = {"<12": "2017-03-03", "12": "2013-03-03", "16": "2009-03-03", "18": "2008-03-05"}
ASKS: dict[RequestKind, type[c.FileRequest]] = {
    RequestKind.SEE: c.AskToSee,
    RequestKind.COPY: c.AskForCopy,
    RequestKind.CORRECTION: c.AskForCorrection,
    RequestKind.DESTRUCTION: c.AskForDestruction,
}
NO: dict[str, Any] = {"answer": "Nee, niet dit deel.", "complaint_told": True}


class Names:
    """Everybody is called by their id."""

    def name_of(self, id_: str) -> str:
        """The id."""
        return id_.capitalize()


def requests(desk: Desk) -> list[Request]:
    """The requests of the child."""
    return list(desk.child().requests)


def refused(desk: Desk, do: type[c.Base], when: str = WHEN, **fields: Any) -> str:  # noqa: ANN401
    """The rule by which it is refused; there is a source and a way on."""
    before = desk.child().requests
    refusal = desk.say(when, do, **fields).refusal
    assert refusal is not None
    assert all(reason.source and reason.remedy for reason in refusal.reasons)
    assert desk.child().requests == before
    return refusal.rule


def asks(desk: Desk, kind: RequestKind, **fields: Any) -> Desk:  # noqa: ANN401
    """Anna asks something."""
    said: dict[str, Any] = {"by": ANNA, "wish": "het verslag van 1 maart"} | fields
    decision = desk.say(WHEN, ASKS[kind], **said)
    assert decision.refusal is None, decision.refusal
    return desk


def answers(desk: Desk, kind: RequestKind, outcome: str, when: str = LATER, **fields: Any) -> Desk:  # noqa: ANN401
    """The team answers."""
    decision = desk.say(
        when, c.AnswerRequest, kind=kind, outcome=outcome, **{"answer": "Dit is het antwoord."} | fields
    )
    assert decision.refusal is None, decision.refusal
    return desk


def test_the_table_is_whole() -> None:
    """Every request has a row with a source; a decided one has a term, a way to say yes and grounds to say no."""
    assert set(REQUESTS) == set(RequestKind)
    assert set(GROUNDS) == set(Ground)
    assert set(PARTS) == set(FilePart)
    assert set(OUTCOMES) == set(RequestOutcome)
    for row in REQUESTS.values():
        assert row.source
        assert row.outcomes
        assert row.term in {None, *TERMS}
        assert bool(row.grounds) == bool(set(NO_LATER) & set(row.outcomes))
        assert all(row.grounds.values())


@pytest.mark.parametrize("kind", ASKS)
def test_a_request_runs_a_month_and_waits_for_an_answer(kind: RequestKind) -> None:
    """T43; a task for who keeps the file, with the last day."""
    desk = asks(helped(), kind)
    assert desk.due("T43") == day("2026-04-10")
    assert desk.tasks() == ["family-request"]
    task = next(task for task in desk.child().tasks if task.code == "family-request")
    assert (task.role, "2026-04-10" in task.text) == ("local_team", True)
    assert [r.open for r in requests(desk)] == [True]
    answers(desk, kind, "granted")
    assert desk.ended() == {"T43": "met"}
    assert [r.outcome for r in requests(desk)] == [RequestOutcome.GRANTED]
    assert "family-request" not in {task.code for task in desk.child().tasks}


ALLOWED = {
    # (age, who): what may be asked about the data of the child
    ("<12", "youth"): "",
    ("<12", "anna"): "see copy correction destruction",
    ("12", "youth"): "see copy correction destruction",
    ("12", "anna"): "see copy correction",
    ("16", "youth"): "see copy correction destruction",
    ("16", "anna"): "",
    ("18", "youth"): "see copy correction destruction",
    ("18", "anna"): "",
    **{(age, who): "" for age in BORN for who in ("bart", "oma")},
}
"""Table 5.1 read for the file (7.3.15); Bart has no authority, and grandma takes care of the child."""


@pytest.mark.parametrize("kind", ASKS)
@pytest.mark.parametrize(("age", "who"), ALLOWED)
def test_who_may_ask_follows_from_age_and_authority(age: str, who: str, kind: RequestKind) -> None:
    """And everybody may ask about their own data (AVG 15)."""
    by = {"youth": YOUTH, "anna": ANNA, "bart": BART, "oma": OMA}[who]
    desk = reported(born=day(BORN[age]), holders=("anna",))
    refusal = desk.say(WHEN, ASKS[kind], by=by, wish="dit").refusal
    allowed = kind.value in ALLOWED[age, who].split()
    assert (refusal is None) is allowed, refusal
    if refusal is not None:
        code = "age" if who == "youth" or (who == "anna" and age in {"12", "16"}) else "authority"
        assert refusal.rule == f"{REQUESTS[kind].do}/{code}"
    assert desk.say(WHEN, ASKS[kind], by=by, wish="dit", whose="self").refusal is None


def test_somebody_else_asks_for_a_youth_who_cannot_judge_it() -> None:
    """7.3.15 lid 2: who judged that, and why, is part of the request; the youth itself may not then."""
    desk = reported(born=day(BORN["12"]), holders=("anna",))
    fields = {"wish": "dit", "unable": "de gedragswetenschapper: het begrijpt dit niet"}
    assert refused(desk, c.AskForDestruction, by=YOUTH, **fields) == "ask_for_destruction/unable"
    asks(desk, RequestKind.DESTRUCTION, unable=fields["unable"])


def test_an_adult_has_a_representative_who_asks() -> None:
    """7.3.15 lid 3; a parent of an adult is not one."""
    desk = reported(born=day(BORN["18"]), authority=(Authority(holder="mia", kind="mentor"),))  # type: ignore[arg-type]
    mia: dict[str, Any] = {"by": TEAM, "party": "parent", "person": "mia", "unable": "de rechter stelde een mentor in"}
    assert desk.say(WHEN, c.AskToSee, **mia).refusal is None
    assert refused(desk, c.AskToSee, by=TEAM, party="parent", person="anna") == "ask_to_see/authority"


def test_a_worker_says_for_whom_it_writes_a_request_down() -> None:
    """Nobody asks in the name of a family without saying who."""
    desk = helped()
    assert refused(desk, c.AskToSee, by=TEAM) == "ask_to_see/who"
    assert refused(desk, c.AskToSee, by=TEAM, party="parent") == "ask_to_see/authority"
    asks(desk, RequestKind.SEE, by=TEAM, party="parent", person="anna")
    assert [(r.by, r.person) for r in requests(desk)] == [(Role.PARENT, "anna")]


@pytest.mark.parametrize("do", [c.AskForCorrection, c.AskForDestruction])
def test_correction_and_destruction_say_of_what(do: type[c.FileRequest]) -> None:
    """To see everything needs no more words; to change something does."""
    assert refused(helped(), do, by=ANNA).endswith("/wish")
    assert helped().say(WHEN, c.AskToSee, by=ANNA).refusal is None


def test_an_own_statement_is_in_the_file_at_once_and_nobody_decides_about_it() -> None:
    """7.3.8 lid 2: also of a parent without authority, and of a child under 12; no answer, no term."""
    for by in (ANNA, BART, OMA, YOUTH):
        desk = reported(holders=("anna",))
        desk.say(WHEN, c.AddStatement, by=by, statement="Zo was het niet.")
        assert [(r.kind, r.outcome) for r in requests(desk)] == [(RequestKind.STATEMENT, RequestOutcome.ADDED)]
        assert (desk.due("T43"), "family-request" in desk.tasks()) == (None, False)
        assert desk.new[-1]["detail"]["data"]["statement"] == "Zo was het niet."
        assert "Zo was" not in str({**desk.new[-1], "detail": None})
        answer = {"kind": "statement", "outcome": "refused", **NO}
        assert refused(desk, c.AnswerRequest, **answer) == "answer_request/none"
    assert refused(reported(), c.AddStatement, by=ANNA) == "add_statement/statement"


def test_a_confidant_is_asked_by_anybody_and_refused_by_nobody() -> None:
    """4.1.9: a task for today; the only answer is that there is contact."""
    desk = reported()
    desk.say(WHEN, c.AskForConfidant, by=YOUTH)
    assert desk.tasks()[-1:] == ["family-request"]
    assert desk.due("T43") is None
    answer = {"kind": "confidant", "outcome": "refused", **NO}
    assert refused(desk, c.AnswerRequest, **answer) == "answer_request/none"
    answers(desk, RequestKind.CONFIDANT, "in_touch")
    assert [r.open for r in requests(desk)] == [False]


def test_telling_of_the_confidant_names_whom_and_how() -> None:
    """4.1.9: it is a fact with a date, and the family does not record it about itself."""
    desk = reported()
    assert refused(desk, c.TellOfConfidant, person="anna") == "tell_of_confidant/how"
    assert refused(desk, c.TellOfConfidant, how="folder") == "tell_of_confidant/how"
    assert refused(desk, c.TellOfConfidant, by=ANNA, person="anna", how="folder") == "recorder"
    assert desk.say(WHEN, c.TellOfConfidant, person="anna", how="folder en gesprek").refusal is None
    assert desk.new[-1]["facts"]["topic"] == "confidant_told"


OUT_OF_ORDER = (
    ("answer_request/none", {"kind": "copy", "outcome": "granted"}),
    ("answer_request/none", {"outcome": "added"}),
    ("answer_request/none", {"outcome": "in_touch"}),
    ("answer_request/none", {"request": "een-ander", "outcome": "granted"}),
    ("answer_request/answer", {"outcome": "granted", "answer": ""}),
    ("answer_request/ground", {"outcome": "refused"}),
    ("answer_request/ground", {"outcome": "refused", "ground": "opinion"}),
    ("answer_request/ground", {"outcome": "partly", "ground": "law_forbids"}),
    ("answer_request/reason", {"outcome": "refused", "ground": "privacy_of_others", "reason": " "}),
    ("answer_request/complaint_told", {"outcome": "refused", "ground": "privacy_of_others", "complaint_told": False}),
    ("answer_request/complaint_told", {"outcome": "partly", "ground": "privacy_of_others", "complaint_told": False}),
    ("answer_request/who", {"by": RAAD, "outcome": "granted"}),
    ("recorder", {"by": ANNA, "outcome": "granted"}),
    ("answer_request/asker", {"by": BART, "outcome": "withdrawn"}),
    ("answer_request/asker", {"by": TEAM, "outcome": "withdrawn"}),
)


@pytest.mark.parametrize(("rule", "fields"), OUT_OF_ORDER, ids=lambda value: str(value)[:60])
def test_an_answer_out_of_order_is_refused(rule: str, fields: dict[str, Any]) -> None:
    """A no has a ground from the list, words, and the way to complain; the one who keeps the file answers."""
    desk = asks(helped(), RequestKind.SEE)
    assert refused(desk, c.AnswerRequest, LATER, **{"kind": "see"} | NO | fields) == rule


def test_a_no_says_why_and_where_to_complain() -> None:
    """In Dutch, in the history and on the page of the child."""
    desk = asks(helped(), RequestKind.SEE)
    assert "nog geen antwoord" in request_line(requests(desk)[0], Names())
    answers(desk, RequestKind.SEE, "partly", ground="privacy_of_others", **NO)
    for told in (asked(desk.new[-1], Names()), request_line(requests(desk)[0], Names())):
        assert "Anna" in told
        assert "deels ja, want het gaat over het privéleven van een ander" in told
        assert "vertrouwenspersoon (Jeugdstem) helpt gratis" in told
    desk = answers(asks(helped(), RequestKind.SEE), RequestKind.SEE, "granted")
    assert "Klagen" not in asked(desk.new[-1], Names())


@pytest.mark.parametrize("by", [ANNA, TEAM])
def test_who_asked_takes_it_back(by: Actor) -> None:
    """By itself, or as a worker writes down for that person; no reason is asked."""
    desk = asks(helped(), RequestKind.DESTRUCTION)
    answers(desk, RequestKind.DESTRUCTION, "withdrawn", by=by, party=None if by is ANNA else "parent", answer="")
    assert desk.ended() == {"T43": "met"}
    assert desk.child().tasks == ()


def test_a_late_answer_is_still_the_answer() -> None:
    """T43 missed asks why; the answer then says how late it was, and nothing was blocked."""
    desk = asks(helped(), RequestKind.COPY)
    desk.pass_to("2026-04-20")
    assert [t.rule for t in desk.child().overdue] == ["T43"]
    answers(desk, RequestKind.COPY, "granted", "2026-04-20 12:00")
    answered = [a for body in desk.new for a in body["effects"].get("terms_answered", ())]
    assert [(a["outcome"], a["days_late"]) for a in answered] == [("met", 10)]
    assert desk.child().overdue == ()


def test_each_request_has_its_own_term() -> None:
    """Two requests on one day, and a data breach: an answer closes its own term only."""
    desk = asks(asks(helped(), RequestKind.SEE), RequestKind.COPY)
    desk.say(WHEN, c.StartTerm, fact="data_breach")
    answers(desk, RequestKind.COPY, "granted", "2026-03-11 09:00")
    left = sorted((t.due, t.id.split("/")[1].split(".")[0]) for t in desk.child().terms if t.rule == "T43")
    assert [due for due, _ in left] == [day("2026-03-13"), day("2026-04-10")]
    assert [r.kind for r in requests(desk) if r.open] == [RequestKind.SEE]


def test_an_answer_closes_a_term_that_got_another_day() -> None:
    """AVG 12 lid 3: a term that stood still, or was given longer, is still the term of this request."""
    desk = asks(helped(), RequestKind.SEE)
    still = {"rule": "T43", "still_from": "2026-03-16", "still_until": "2026-03-18"}
    assert desk.say("2026-03-18", c.MoveTerm, **still).refusal is None
    assert desk.due("T43") == day("2026-04-13")
    answers(desk, RequestKind.SEE, "granted")
    assert desk.due("T43") is None


def test_nothing_is_destroyed_that_others_still_need() -> None:
    """7.3.9 lid 2: a petition, a complaint or a calamity; a no to a part stays possible."""
    wanted = RequestKind.DESTRUCTION
    for desk, rule in ((petitioned(), "een verzoek bij de rechter"), (helped(), "klacht")):
        if rule == "klacht":
            desk.say("2026-03-09", c.OpenProcedure, track="P6", by=ANNA, paper="klacht")
        asks(desk, wanted)
        fields: dict[str, Any] = {"kind": wanted, "outcome": "granted", "answer": "ja"}
        refusal = desk.say(LATER, c.AnswerRequest, **fields).refusal
        assert refusal is not None
        assert refusal.rule == "answer_request/needed"
        assert rule in refusal.reasons[0].text
        answers(desk, wanted, "partly", ground="interest_of_others", **NO)
        assert "destroy" in desk.tasks()


@pytest.mark.parametrize(("part", "allowed"), [("measure", False), ("help", True)])
def test_the_part_of_a_measure_stays_while_the_measure_runs(part: str, *, allowed: bool) -> None:
    """The GI accounts for it to the judge; the part of help from before is another part (L15)."""
    desk = asks(supervised(), RequestKind.DESTRUCTION, part=part)
    fields: dict[str, Any] = {"kind": "destruction", "outcome": "granted", "answer": "ja", "by": GI}
    assert (desk.say(LATER, c.AnswerRequest, **fields).refusal is None) is allowed


def test_a_yes_to_destruction_has_a_last_day_and_keeps_only_the_fact() -> None:
    """7.3.9: within three months of the request; what was destroyed stands nowhere readable."""
    desk = answers(asks(helped(), RequestKind.DESTRUCTION), RequestKind.DESTRUCTION, "granted")
    task = next(task for task in desk.child().tasks if task.code == "destroy")
    assert "2026-06-10" in task.text
    assert "verslag van 1 maart" not in desk.case.model_dump_json()
    assert {t.rule for t in desk.child().terms} == {t.rule for t in helped().child().terms}


def test_a_yes_to_correction_is_also_told_to_who_had_the_old_text() -> None:
    """AVG 19."""
    desk = answers(asks(helped(), RequestKind.CORRECTION), RequestKind.CORRECTION, "granted")
    assert desk.tasks() == ["correct-file"]


@pytest.mark.parametrize(
    ("kind", "task"), [(RequestKind.DESTRUCTION, "destroy"), (RequestKind.CORRECTION, "correct-file")]
)
def test_what_was_promised_is_finished_with_a_day_and_told(kind: RequestKind, task: str) -> None:
    """It ends the task; the log says that it was done and when, the words are sealed."""
    desk = answers(asks(helped(), kind), kind, "granted")
    assert task in {t.code for t in desk.child().tasks}
    fields: dict[str, Any] = {"kind": kind, "done_on": "2026-04-01"}
    assert refused(desk, c.FinishRequest, "2026-04-02", **fields) == "finish_request/answer"
    told = "Het verslag is weg."
    assert desk.say("2026-04-02", c.FinishRequest, **fields, answer=told).refusal is None
    assert task not in {t.code for t in desk.child().tasks}
    assert requests(desk)[-1].finished == day("2026-04-01")
    assert desk.flags() == set()
    assert told not in desk.case.model_dump_json()
    assert desk.new[-1]["detail"]["data"]["answer"] == told
    assert "gedaan wat Anna was toegezegd, op 2026-04-01" in asked(desk.new[-1], Names())
    assert "(gedaan op 2026-04-01)" in request_line(requests(desk)[-1], Names())
    assert refused(desk, c.FinishRequest, "2026-04-03", **fields, answer=told) == "finish_request/none"


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("finish_request/none", {"kind": "correction"}),
        ("finish_request/none", {"request": "iets-anders"}),
        ("finish_request/who", {"by": RAAD}),
        ("finish_request/day", {"done_on": "2026-03-19"}),
        ("finish_request/day", {"done_on": "2026-04-03"}),
        ("recorder", {"by": ANNA}),
    ],
)
def test_finishing_out_of_order_is_refused(rule: str, fields: dict[str, Any]) -> None:
    """Only what was promised, by who keeps that part, between the answer and today."""
    desk = answers(asks(helped(), RequestKind.DESTRUCTION), RequestKind.DESTRUCTION, "granted")
    said = {"kind": "destruction", "answer": "Het is weg."} | fields
    assert refused(desk, c.FinishRequest, "2026-04-02", **said) == rule


def test_what_was_refused_or_waits_for_its_answer_cannot_be_finished() -> None:
    """First the answer."""
    desk = asks(helped(), RequestKind.DESTRUCTION)
    said: dict[str, Any] = {"kind": "destruction", "answer": "Het is weg."}
    assert refused(desk, c.FinishRequest, "2026-03-12", **said) == "finish_request/none"
    answers(desk, RequestKind.DESTRUCTION, "refused", ground="law_forbids", **NO)
    assert refused(desk, c.FinishRequest, "2026-04-02", **said) == "finish_request/none"


def test_destroying_late_is_flagged_and_still_done() -> None:
    """Three months after the request is the last day (Jw 7.3.9 [K])."""
    for done, flags in (("2026-06-10", set[str]()), ("2026-06-11", {"finish_request/late"})):
        desk = answers(asks(helped(), RequestKind.DESTRUCTION), RequestKind.DESTRUCTION, "granted")
        said: dict[str, Any] = {"kind": "destruction", "answer": "Het is weg.", "done_on": done}
        assert desk.say("2026-06-12", c.FinishRequest, **said).refusal is None
        assert desk.flags() == flags
        assert requests(desk)[-1].finished == day(done)


def test_the_raad_answers_about_its_own_part() -> None:
    """Its own rules apply as well [K]: a flag, no refusal."""
    desk = asks(petitioned(), RequestKind.SEE, part="raad")
    assert desk.flags() == {"ask_to_see/raad"}
    fields: dict[str, Any] = {"kind": "see", "outcome": "granted", "answer": "ja"}
    assert refused(desk, c.AnswerRequest, LATER, **fields) == "answer_request/who"
    answers(desk, RequestKind.SEE, "granted", by=RAAD)


def test_in_intensive_help_the_ground_is_flagged_and_the_right_is_there() -> None:
    """L21: the Jeugdwet leaves a gap, the AVG does not."""
    assert asks(intensive(), RequestKind.SEE).flags() == {"ask_to_see/intensive"}
    assert asks(helped(), RequestKind.SEE).flags() == set()


def test_a_request_moves_nobody_and_survives_closing() -> None:
    """The file of a child that is closed can be asked for, and the term of a request outlives the case."""
    desk = asks(helped(), RequestKind.SEE)
    assert desk.moves() == []
    papers = {"judgement": "goed", "second_reader": "sanne", "closing_letter": "2026-03-12", "evaluation": "goed"}
    desk.say("2026-03-11", c.DeliverNotices, how="post")
    closed = desk.say("2026-03-12", c.Close, closed_reason="C1", aftercare="-", **papers)
    assert closed.refusal is None, closed.refusal
    assert desk.due("T43") == day("2026-04-10")
    answers(desk, RequestKind.SEE, "granted")
    desk.say("2026-03-25", c.AskForDestruction, by=ANNA, wish="alles")
    answers(desk, RequestKind.DESTRUCTION, "granted", "2026-04-01")
    assert desk.ended() == {"T43": "met"}
