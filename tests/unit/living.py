"""Commands about a child's life, the Raad and the region, as anybody might send them."""

from __future__ import annotations

from hypothesis import strategies as st

from states import commands as c
from states.facts import PetitionKind
from states.people import Actor, Role
from states.region import RegionMode
from tests.unit import cast
from tests.unit.drawing import AUTHORITY, OPENINGS, TEXT, by, said, some
from tests.unit.said import Day

OM = Actor(id="otto", role=Role.OM)
BURGEMEESTER = Actor(id="bram", role=Role.BURGEMEESTER)
CARER = Actor(id="oma", role=Role.CARETAKER)
LATELY = st.builds(Day, st.sampled_from((0, 0, -1, -3, 1)))
PLACES = st.sampled_from(("Zonstad", "Maanstad", "Maanstad"))
MODES = st.sampled_from(list(RegionMode))

LIFE = st.one_of(
    said(c.RaadStarts, by=by(cast.RAAD), opening=some(OPENINGS), notice=TEXT, because=some(st.just("acute"))),
    said(c.WithdrawRequest, by=by(cast.TEAM, cast.GI), raad_agreed=some(LATELY)),
    said(c.BurgemeesterAsks, by=by(BURGEMEESTER), letter=TEXT, dated=some(LATELY)),
    said(
        c.PetitionCourt,
        by=by(OM, CARER, cast.ANNA, cast.RAAD),
        kind=st.sampled_from((PetitionKind.MEASURE, PetitionKind.MEASURE, PetitionKind.TERMINATION)),
        petition=TEXT,
        cares_since=some(st.builds(Day, st.sampled_from((-400, -366, -100)))),
    ),
    said(
        c.GiveConsent,
        by=by(cast.TEAM),
        person=st.sampled_from(("anna", "bart", "kind")),
        purpose=st.just("sharing"),
        source=PLACES,
        receiver=PLACES,
        aim=st.just("dossier"),
        valid_until=st.just(Day(400)),
    ),
    said(
        c.Relocate,
        by=by(cast.TEAM, cast.RAAD, cast.COLLEGE),
        municipality=PLACES,
        region=MODES,
        agreed_on=some(LATELY),
        handover=TEXT,
        both_told=some(LATELY),
        gi=some(st.just("GI Elders")),
    ),
    said(c.ReportBirth, by=by(cast.GI), born=LATELY, authority=st.one_of(st.none(), AUTHORITY)),
    said(c.ReportBirth, by=by(cast.GI), born=LATELY),
    said(c.CloseInError, by=by(cast.SUPERVISOR), raad_confirmed=some(LATELY)),
    said(
        c.ChangeRegion,
        by=by(cast.COLLEGE),
        mode=MODES,
        since=some(st.builds(Day, st.sampled_from((0, 1, 30, -1)))),
        adds_states=st.sampled_from(((), (), (), ("veiligheidstraject",))),
    ),
)
"""What is not about help or a court."""
DEATH = said(c.ReportDeath, by=by(cast.GI, cast.TEAM))
