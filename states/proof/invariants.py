"""The invariants of 10-proof, § 3, that hold in every situation; each says what is wrong, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from states.acts.may import Answer
from states.consents.consent import Purpose
from states.moves.landing import derived
from states.people import Role
from states.position import INTENSIVE, MEASURE, RAAD, Framework, State, framework_of
from states.proof import grounds as g
from states.proof import reading as r
from states.proof.seen import Seen, who

Finding = Iterator[str]
_FREE = (Answer.ALLOWED, Answer.CONSENT)


def stands_where_its_facts_say(seen: Seen) -> Finding:
    """1: the recorded state, the law's derivation and the second reading are one."""
    law, ours = derived(seen.child, seen.at), r.stands(seen.child, seen.at)
    if not seen.state is law is ours:
        yield f"recorded {seen.state}, derived {law}, read again {ours}"


def framework_is_measure(seen: Seen) -> Finding:
    """2: compulsory exactly while a measure is in force; open is voluntary or compulsory; closed has none."""
    frame, held = framework_of(seen.state), bool(r.measures(seen.child, seen.at))
    if (frame is Framework.COMPULSORY) != held:
        yield f"framework {frame}, but {'a' if held else 'no'} measure is in force"
    if (frame is Framework.NONE) != (seen.state in (State.CLOSED, State.NONE)):
        yield f"framework {frame} of a child in {seen.state}"


def powers_are_conferred(seen: Seen) -> Finding:
    """4: a power is allowed only to the GI that the order names, and only where an article confers it."""
    for (act, place), verdict in seen.verdicts.items():
        if act not in g.POWER or verdict.answer is not Answer.ALLOWED:
            continue
        by = who(place)
        giving = [title for title in seen.titles if (act, title) in g.CONFERS]
        if not seen.titles and act != g.SECURE:
            yield f"act {act} allowed to {by.role} while no measure is in force"
        elif not giving and act != g.SECURE:
            yield f"act {act} allowed under {seen.runs}: no article confers it"
        elif by.role is not Role.GI or by.organisation not in {seen.titles[title] for title in giving}:
            yield f"act {act} allowed to {by.role} {by.organisation}; the judge named {seen.titles}"
        if act == g.CONTACT and seen.child.arrangement and seen.runs == "PLACED":
            yield "contact limited although a judge had made an arrangement"


def no_power_without_measure(seen: Seen) -> Finding:
    """5: in the voluntary framework no power is allowed, not with consent either."""
    if framework_of(seen.state) is Framework.COMPULSORY:
        return
    for (act, place), verdict in seen.verdicts.items():
        if act in g.POWER and verdict.answer in _FREE:
            yield f"act {act}: {verdict.answer} to {who(place).role} without a measure"


def ends_at_its_term(seen: Seen) -> Finding:
    """6: no measure and no MUHP is in force at or after the moment at which the law ends it."""
    for measure in seen.child.measures:
        end = r.law_end(seen.child, measure)
        if end is not None and end <= seen.at and r.minor(seen.child, seen.at) and measure.in_force(seen.at):
            yield f"{measure.kind} still runs; by law it ended at {end}"
    placement = seen.child.placement(seen.at)
    if placement is not None:
        end = r.placement_end(seen.child, placement)
        if end is not None and end <= seen.at:
            yield f"a MUHP still runs; by law it ended at {end}"


def asked_is_not_granted(seen: Seen) -> Finding:
    """7: what is asked of a judge changes no power."""
    if not seen.child.petitions or (seen.acts is not None and not seen.acts & g.POWER):
        return
    without = seen.answers(seen.child.model_copy(update={"petitions": ()}), g.POWER)
    for (act, place), verdict in without.items():
        if verdict.answer is not seen.verdicts[act, place].answer:
            yield f"act {act} for {who(place).role}: {seen.verdicts[act, place].answer} because of a petition"


def help_rests_on_consent(seen: Seen) -> Finding:
    """8: help on the consent of everybody who must consent at this age; intensive help on one more."""
    child, at, state = seen.child, seen.at, seen.state
    if state is State.HELP or state in INTENSIVE:
        if child.help is None or not r.complete(child, Purpose.HELP, at, child.help.name):
            yield f"{state} without the consent to help of everybody who must consent"
        elif seen.key.hage not in {"-", seen.key.age} and not child.presumed:
            yield f"{state} on a consent of age {seen.key.hage}"
    if state in INTENSIVE and not r.complete(child, Purpose.INTENSIVE_HELP, at):
        yield f"{state} without an explicit consent of everybody who must consent"
    if state in RAAD and child.help is not None and not r.complete(child, Purpose.HELP, at, child.help.name):
        yield f"help goes on in {state} without consent"
    if framework_of(state) is Framework.COMPULSORY or r.some_help(child, at):
        return
    for (act, place), verdict in seen.verdicts.items():
        if act in g.HELP and verdict.holds and verdict.answer in _FREE:
            yield f"act {act} holds for {who(place).role} in {state} without consent to help"


def old_consents_do_not_count(seen: Seen) -> Finding:
    """10: a consent from before a measure does not count after it."""
    for consent in seen.child.consents:
        if not r.counts(seen.child, consent, seen.at):
            continue
        for measure in seen.child.measures:
            if measure.scope not in r.WHOLE:
                continue
            began = consent.valid_from <= measure.start <= seen.at and consent.given_at <= measure.start
            never = measure.ended is not None and measure.ended <= measure.start
            if began and not never and (measure.end is None or measure.end > measure.start):
                yield f"the consent of {consent.person} from before {measure.kind} still counts"


def adults_are_free(seen: Seen) -> Finding:
    """11: nobody of 18 or older is with the Raad or under a measure."""
    if seen.key.age == "18+" and seen.state in (*RAAD, *MEASURE):
        yield f"an adult in {seen.state}"


def at_home_without_placement(seen: Seen) -> Finding:
    """12: a supervision with the child at home knows no MUHP."""
    if seen.state is State.SUPERVISION and r.placed(seen.child, seen.at):
        yield "at home, but a MUHP is in force"


def assessment_has_a_clock(seen: Seen) -> Finding:
    """13: an open child in V0 has T44 running, or it ran out."""
    child = seen.child
    if seen.state is not State.ASSESSMENT or child.since is None:
        return
    if child.open_term("T44") is None and seen.at < r.midnight(r.day_of(child.since) + r.A_WORKING_WEEK):
        yield "V0 without a clock (T44)"


def never_for_anybody(seen: Seen) -> Finding:
    """15: conditions with a consequence, and threats, are forbidden everywhere and to everybody."""
    for (act, place), verdict in seen.verdicts.items():
        if act in g.NEVER and verdict.answer is not Answer.FORBIDDEN:
            yield f"act {act}: {verdict.answer} to {who(place).role}"


def region_decides_nothing(seen: Seen) -> Finding:
    """16: how a region works changes no answer."""
    for (act, place), verdict in seen.elsewhere().items():
        if verdict.answer is not seen.verdicts[act, place].answer:
            yield f"act {act} for {who(place).role} depends on the region"


def every_answer_has_a_way_on(seen: Seen) -> Finding:
    """17: one of four answers, with a rule; and unless allowed, with something that may be done instead."""
    for (act, place), verdict in seen.verdicts.items():
        if not verdict.rule or verdict.answer not in Answer:
            yield f"act {act} for {who(place).role}: no rule"
        if verdict.answer is not Answer.ALLOWED and not verdict.alternative.strip():
            yield f"act {act} for {who(place).role}: {verdict.answer} without an alternative"


OF_SITUATIONS: dict[int, Callable[[Seen], Finding]] = {
    1: stands_where_its_facts_say,
    2: framework_is_measure,
    4: powers_are_conferred,
    5: no_power_without_measure,
    6: ends_at_its_term,
    7: asked_is_not_granted,
    8: help_rests_on_consent,
    10: old_consents_do_not_count,
    11: adults_are_free,
    12: at_home_without_placement,
    13: assessment_has_a_clock,
    15: never_for_anybody,
    16: region_decides_nothing,
    17: every_answer_has_a_way_on,
}
"""The invariants of a situation, by number; 3, 9, 10 and 14 look at steps and paths as well."""
