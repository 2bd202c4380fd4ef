"""Who must consent, to what, until when (table 5.1; 00-E L13)."""

from __future__ import annotations

from datetime import date

import pytest

from states.consents.around import Consents
from states.consents.consent import Consent, Presumption, Purpose
from states.consents.table import Consenter
from states.people import AgeBand, Authority, AuthorityKind, age_band, succeed
from tests.unit.cast import at, day

NOON = "2026-02-02 12:00"
BOTH = (Authority(holder="anna"), Authority(holder="bart"))


def consents(born: date | None, *given: tuple[str, Purpose, str], holders: tuple[Authority, ...] = BOTH) -> Consents:
    """The consents around a child, all given on 1 February and looked at on 2 February."""
    when = at("2026-02-01")
    rows = [
        Consent(
            id=str(number),
            person=person,
            purpose=purpose,
            help=help_,
            given_at=when,
            valid_from=when,
            band=age_band(born, when) if person == "kind" else None,
        )
        for number, (person, purpose, help_) in enumerate(given)
    ]
    return Consents("kind", born, holders, rows, (), at(NOON))


def help_of(*people: str, name: str = "hulp") -> list[tuple[str, Purpose, str]]:
    """Consents to one help."""
    return [(person, Purpose.HELP, name) for person in people]


@pytest.mark.parametrize(
    ("born", "required"),
    [
        (None, ("anna", "bart")),
        (date(2020, 1, 1), ("anna", "bart")),
        (date(2014, 2, 3), ("anna", "bart")),
        (date(2014, 2, 2), ("kind", "anna", "bart")),
        (date(2010, 2, 3), ("kind", "anna", "bart")),
        (date(2010, 2, 2), ("kind",)),
        (date(2008, 2, 3), ("kind",)),
        (date(2008, 2, 2), ("kind",)),
    ],
)
def test_the_law_asks_other_people_at_12_and_at_16(born: date | None, required: tuple[str, ...]) -> None:
    """Jw 7.3.4, 7.3.5: below 12 the holders of authority, from 12 the youth too, from 16 the youth."""
    assert consents(born).required == required


@pytest.mark.parametrize("who", [("anna",), ("bart",), ()])
def test_one_parent_with_authority_is_not_both(who: tuple[str, ...]) -> None:
    """NX-02."""
    assert not consents(date(2020, 1, 1), *help_of(*who)).complete(Purpose.HELP)


def test_all_of_them_together_is_complete() -> None:
    """For help, named or not."""
    found = consents(date(2020, 1, 1), *help_of("anna", "bart"))
    assert found.complete(Purpose.HELP)
    assert found.complete(Purpose.HELP, "hulp")
    assert not found.complete(Purpose.HELP, "opvang")


def test_two_helps_do_not_add_up() -> None:
    """Each parent for another help is nobody for either."""
    given = [*help_of("anna", name="a"), *help_of("bart", name="b")]
    assert consents(date(2020, 1, 1), *given).complete_help() is None


def test_purposes_do_not_stand_in_for_one_another() -> None:
    """Help, sharing and intensive help are three consents."""
    found = consents(date(2020, 1, 1), *help_of("anna", "bart"))
    assert not found.complete(Purpose.SHARING)
    assert not found.complete(Purpose.INTENSIVE_HELP)


def test_nobody_with_authority_is_never_a_yes() -> None:
    """An empty set of required people is not complete; from 16 the youth decides alone."""
    alone = consents(date(2020, 1, 1), *help_of("anna", "bart"), holders=())
    assert alone.nobody(Purpose.HELP) is Consenter.HOLDERS
    assert not alone.complete(Purpose.HELP)
    assert alone.complete_help() is None
    assert consents(date(2009, 1, 1), holders=()).nobody(Purpose.HELP) is None


def test_the_guardian_consents_as_a_parent_does() -> None:
    """Jw 7.3.15 lid 1."""
    guardian = (Authority(holder="oma", kind=AuthorityKind.GUARDIAN),)
    assert consents(date(2020, 1, 1), *help_of("oma"), holders=guardian).complete(Purpose.HELP)


def test_authority_counts_on_its_own_days_only() -> None:
    """From a day, up to and not including a day."""
    later = (Authority(holder="anna"), Authority(holder="bart", since=day("2026-02-03")))
    ended = (Authority(holder="anna"), Authority(holder="bart", until=day("2026-02-02")))
    assert consents(None, holders=later).required == ("anna",)
    assert consents(None, holders=ended).required == ("anna",)


def test_an_own_yes_does_not_outlive_its_age_band() -> None:
    """At 12, 16 and 18 the law asks anew."""
    when = at("2026-02-01")
    mine = Consent(id="1", person="kind", purpose=Purpose.HELP, given_at=when, valid_from=when, band=AgeBand.UNDER_12)
    assert not Consents("kind", date(2014, 2, 2), (), [mine], (), at(NOON)).valid


def test_presumed_consent_counts_for_help_and_ends() -> None:
    """Up to its moment; never for another purpose."""
    presumed = [Presumption(person="anna", until=at("2026-02-03"))]
    mother = (Authority(holder="anna"),)
    before = Consents("kind", None, mother, (), presumed, at(NOON))
    after = Consents("kind", None, mother, (), presumed, at("2026-02-03"))
    assert before.complete(Purpose.HELP)
    assert not before.complete(Purpose.INTENSIVE_HELP)
    assert not after.complete(Purpose.HELP)


def test_a_changed_set_of_authority_keeps_what_held_before() -> None:
    """The one who leaves held it up to the day, the one who comes from the day; who stays, stays."""
    old = (Authority(holder="anna", since=day("2020-01-01")), Authority(holder="bart"))
    new = succeed(old, (Authority(holder="anna"), Authority(holder="oma")), day("2026-02-02"))
    held = {row.holder: (row.since, row.until) for row in new}
    assert held == {
        "anna": (day("2020-01-01"), None),
        "bart": (None, day("2026-02-02")),
        "oma": (day("2026-02-02"), None),
    }
