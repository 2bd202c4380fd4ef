"""The second pass of the proof: courses of events, one after the other, with the checks of every step."""

from __future__ import annotations

from collections import Counter

from states.proof.courses import COURSES, PARTS
from states.proof.sequel import NAMED, TIME, Course, Followed, parts
from states.proof.sequel import follow as follow_from
from states.proof.situation import Situation

KNOWN = "report: 13, one parent"


def follow(course: Course) -> Followed:
    """A course, without a situation that is known already."""
    return follow_from(course, set())


def test_every_way_on_is_tried_at_every_stage() -> None:
    """A measure of two kinds, annulled, and the annulment taken back."""
    found = follow((((KNOWN,),), (("granted: VOTS",), ("granted: VG",)), (("annulled",),), (("a mistake: annulled",),)))
    assert {"TR-74 M1 V0", "TR-74 M5 V0", "TR-82 V0 M1", "TR-82 V0 M5"} <= found.pairs
    assert found.fired["TR-82"] == 2
    assert (found.steps, found.found) == (7, [])
    assert found.counted[3] == found.steps


def test_where_the_answer_is_no_the_way_ends() -> None:
    """What comes after it is not said; what does not make sense is not said either."""
    found = follow((((KNOWN, "the Raad starts", "granted: VOTS"),), ((),)))
    assert found.pairs == {"TR-01 – V0"}
    assert follow((((KNOWN, "lifted"),),)).steps == 1


def test_time_passes_by_itself() -> None:
    """To the next moment at which a fact says something else."""
    assert "TR-70 M2 V0" in follow((((KNOWN, "granted: a short OTS", TIME),),)).pairs


def test_the_parts_of_a_course_give_what_it_gives() -> None:
    """They are only divided."""
    course = (((KNOWN,), (KNOWN, "request to the Raad")), (("granted: VV",), ("granted: TV",)), (("suspended",),))
    whole, divided = follow(course), Counter[str]()
    for part in parts(course):
        divided += follow(part).fired
    assert set(divided) == set(whole.fired)
    assert len(list(parts(course))) == 4


def test_every_course_names_events_that_exist() -> None:
    """And each is divided in at least one part."""
    names = {name for course in COURSES for stage in course for way in stage for name in way}
    assert names - set(NAMED) == {TIME}
    assert len(PARTS) >= len(COURSES)


def test_acts_are_asked_in_every_situation_that_is_new() -> None:
    """And not once more in one that is known."""
    known = set[Situation]()
    course: Course = (((KNOWN,),), (("granted: VOTS",),))
    first, again = follow_from(course, known), follow_from(course, known)
    assert all(first.said.values())
    assert {key.of_now for key in first.said} <= known
    assert not any(again.said.values())
