"""Voluntary help told as if it were a duty. On the ground of an order of the judge that may be said."""

from __future__ import annotations

from states.position import Framework
from states.wording.rule import Kind, WordRule

_SOURCE = "R-12; Jw 7.3.4 (toestemming); kamerbrief 23-3-2020 (waar gezinnen wel en niet aan hoeven mee te werken)"
_VOLUNTARY = frozenset({Framework.VOLUNTARY, Framework.NONE})
_OFFER = "Wij bieden u deze hulp aan. U hoeft hier niet aan mee te werken, en u mag altijd stoppen."
_INNOCENT = (
    "hoeft/hoeven .. niet/geen",
    "niet/nergens/niets .. verplicht",
    "nergens/niets/niet toe verplicht",
    "moet/moeten .. niets/niet/geen",
    "<beslist>",
    "als/wanneer/indien u/jullie/je dat/hulp/het/deze .. wilt/willen/wil",
    "mag/mogen .. weigeren/stoppen",
)


def _duty(id_: str, title: str, *patterns: str, why: str, unless: tuple[str, ...] = ()) -> WordRule:
    return WordRule(
        id_, Kind.DUTY, title, patterns, (*_INNOCENT, *unless), _SOURCE, why, _OFFER, _VOLUNTARY, questions=False
    )


DUTIES: tuple[WordRule, ...] = (
    _duty(
        "moet",
        "het gezin moet",
        "<u> moet/moeten/dient/dienen/zult/zullen ... <hulp>",
        "moet/moeten/dient/dienen <u> ... <hulp>",
        "ouders/moeder/vader moet/moeten/dient/dienen .. <hulp>",
        "<u> .. heeft/hebt/hebben .. maar/gewoon te .. <hulp>",
        "<u> .. wordt/worden geacht ... <hulp>",
        "<u> .. te houden/voegen/schikken hebt/heeft/hebben",
        "is geen aanbod/suggestie",
        "beslist/bepaalt/beslissen/bepalen ... , niet u/jullie/je/ouders",
        "van u/jullie/je verlangd/geeist/gevraagd/verwacht dat",
        "wordt/worden .. van <u> verlangd/geeist/verwacht",
        "<u> kan/kunt/kunnen/mag .. niet/geen .. weigeren/onderuit/afzeggen/stoppen/terugtrekken",
        why="Zonder beslissing van de rechter hoeft een gezin aan geen enkele hulp mee te werken.",
        unless=(
            "<u> moet weten",
            "moet/moeten <u> .. wachten/betalen/reizen",
            "oma/opa/tante/oom past/let ...",
            "omdat/als/wanneer moeder/vader/ouders .. moet/moeten",
            "moeder/vader/ouders naar .. moet",
        ),
    ),
    _duty(
        "verplicht",
        "verplicht, zonder beslissing van de rechter",
        "<u> bent/is/zijn .. verplicht",
        "bent/zijn <u> .. verplicht",
        "<hulp> .. is/wordt/zijn/blijft .. <onvrij>",
        "is/wordt/zijn .. <hulp> .. <onvrij>",
        "verplichte <hulp>",
        "<onvrij> .. <medewerking>",
        "<medewerking> .. <onvrij>",
        "wij/we/ik verplichten/verplicht/eisen/eis/verlangen/verlang/dwingen/gelasten ... <hulp>",
        "wij/we/ik verplichten/verplicht/dwingen/gelasten <u>",
        "leggen/leg wij/we/ik? .. <u> .. op",
        "<hulp> .. wordt/worden .. u/jullie .. opgelegd",
        "een .. eis .. is .. <hulp>",
        "deelname/medewerking is .. noodzakelijk/nodig/voorwaarde/eis/must",
        why="Zonder beslissing van de rechter is hulp niet verplicht.",
        unless=(
            "niet verplicht*",
            "geen verplicht*",
            "bestaat/bestaan niet",
            "school*/leerplicht*/paspoort/legitim*/rijbewijs",
            "kunnen wij/we .. niet",
        ),
    ),
    _duty(
        "geen-keus",
        "geen keus",
        "<u> .. geen/weinig .. keus/keuze",
        "geen/niet .. vrije/eigen keus/keuze",
        "heeft/hebben/hebt <u> .. geen/niets .. keus/keuze/kiezen",
        "is/zijn/was geen keus/keuze/vraag/verzoek/optie",
        "zeggen/weigeren/stoppen/afzeggen/wegblijven .. is/kan .. geen/niet .. optie/mogelijk/keus/keuze",
        "weigeren/stoppen/afzeggen .. kan/mag/gaat .. niet",
        "nee is .. geen .. antwoord",
        "niet onderuit",
        "het valt niet .. weigeren",
        why="Het gezin heeft wel een keus: het mag hulp weigeren en ermee stoppen.",
        unless=("laat/laten .. geen",),
    ),
)
"""Every rule about a duty."""
