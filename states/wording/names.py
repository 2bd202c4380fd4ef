"""Names for something in between: "drang", its other names, and states of a request that do not exist."""

from __future__ import annotations

from states.wording.rule import Kind, WordRule

_R16 = "R-16; kamerbrief 23-3-2020 (RSJ/RVS-advies: de term drang niet meer gebruiken)"
_NX03 = "NX-03; kamerbrief 23-3-2020 (geen tussenvormen)"
_NAMED = (
    "<noemt> .. {0}",
    "{0} .. <noemt>",
    "geen/zonder/nooit .. {0}",
    "{0} .. <bestaat_niet>",
    "wat is/was/betekent .. {0}",
)
"""A sentence that only speaks about the name, or denies it."""
_VOLUNTARY = "Hulp is vrijwillig: u kiest zelf of u de hulp wilt, en u mag stoppen."
_REQUEST = "Wij hebben de Raad wel (of: niet) om een onderzoek gevraagd."


def _name(  # noqa: PLR0913 - a rule has this many parts
    id_: str, title: str, *patterns: str, why: str, instead: str, source: str = _R16, unless: tuple[str, ...] = ()
) -> WordRule:
    innocent = tuple(form.format(pattern) for pattern in patterns for form in _NAMED)
    return WordRule(id_, Kind.NAME, title, patterns, (*innocent, *unless), source, why, instead)


NAMES: tuple[WordRule, ...] = (
    _name(
        "drang",
        "drang",
        "drang",
        "intensieve/zachte/lichte/milde/positieve drang",
        why="'Drang' is geen hulp en geen kader: hulp is vrijwillig, of de rechter heeft haar opgelegd.",
        instead="Intensieve vrijwillige hulp. " + _VOLUNTARY,
        unless=(
            "drang om/tot/naar",
            "drang .. te drinken/gebruiken/gokken/wassen/bewegen/plassen/snoepen/roken",
            "geen behoefte/drang",
            "seksuele/innerlijke/dwangmatige/onweerstaanbare/grote .. drang om/tot/naar",
        ),
    ),
    _name(
        "drang-samenstelling",
        "een samenstelling met drang",
        "drangkader*/drangtraject*/dranghulp*/drangaanpak*/drangbegeleid*/drangzorg*/drangzaak/drangzaken/drangproduct*",
        "drangmaatregel*/drangfase*/drangwerk*/drangteam*/drangvariant*/drangaanbod*/drangcontract*/dranggesprek*",
        "drangafspra*/drangtafel*/drangmedewerker*/drangplan*/drangdienst*/drangmodule*/dranginterventie*/dranggezin*",
        "jeugddrang/hulpdrang/zorgdrang/jeugdhulpdrang/gezinsdrang/drangvoogd*/drangstatus/drangindicatie*",
        why="'Drang' is geen hulp en geen kader, ook niet als deel van een ander woord.",
        instead="Intensieve vrijwillige hulp. " + _VOLUNTARY,
    ),
    _name(
        "preventieve-jeugdbescherming",
        "preventieve jeugdbescherming",
        "preventieve/vrijwillige/vroegtijdige jeugdbescherming*",
        "preventief justitieel kader",
        "jeugdbescherming in/binnen het vrijwillig* kader",
        "preventieve/preventief gi/gezinsvoogd*/jeugdbeschermer*/jeugdbeschermingstraject*",
        "preventief .. jeugdbeschermingskader",
        why="Jeugdbescherming begint bij een beslissing van de rechter. Daarvoor is alle hulp vrijwillig.",
        instead="Intensieve vrijwillige hulp. " + _VOLUNTARY,
    ),
    _name(
        "niet-vrijblijvend",
        "niet vrijblijvend",
        "niet vrijblijvend*",
        "niet langer/meer/geheel/helemaal/echt vrijblijvend*",
        "allesbehalve/minder vrijblijvend*",
        "nietvrijblijvend*",
        "geen vrijblijvend*",
        why="Vrijwillige hulp is vrij: wie niet wil, mag nee zeggen. 'Niet vrijblijvend' zegt het tegendeel.",
        instead=_VOLUNTARY,
        unless=("niet .. noemen .. vrijblijvend",),
    ),
    _name(
        "uitgesteld-raadsonderzoek",
        "een uitgesteld onderzoek van de Raad",
        "uitgesteld*/opgeschort*/geparkeerd*/slapend*/bevroren raadsonderzoek*",
        "raadsonderzoek* .. uitgesteld/opgeschort/geparkeerd/stilgelegd/bevroren",
        "raad .. onderzoek .. uitgesteld/opgeschort/aangehouden/geparkeerd/bevroren",
        "onderzoek .. raad .. uitgesteld/opgeschort/geparkeerd/bevroren",
        "uitgesteld*/opgeschort* onderzoek .. raad",
        "uitgesteld*/opgeschort*/geparkeerd* vto/ots/raadsmelding/raadsverzoek",
        why="Een verzoek aan de Raad is verstuurd of niet. Uitgesteld, of op voorwaarde, bestaat niet.",
        instead=_REQUEST,
        source=_NX03,
    ),
    _name(
        "vto-in-de-la",
        "een verzoek dat klaarligt",
        "vto/raadsmelding/raadsverzoek/verzoek .. in/op de la/lade/kast/plank/ijskast/koelkast",
        "vto/raadsmelding/raadsverzoek/verzoek/zorgmelding .. achter de hand",
        "vto/raadsmelding/raadsverzoek .. klaar/klaarligt/klaarliggen/klaargezet",
        "in/op de la/lade/plank .. vto/raadsmelding/raadsverzoek",
        why="Een verzoek aan de Raad is verstuurd of niet. Een verzoek dat klaarligt, is een dreiging.",
        instead=_REQUEST,
        source=_NX03,
    ),
    _name(
        "op-voorwaarde",
        "hulp of een verzoek op voorwaarde",
        "op voorwaarde* .. van? de raad/gi/rechter",
        "voorwaardelijk* raadsonderzoek*/vto/ots/hulp/verzoek/melding/raadsmelding/ondertoezichtstelling",
        "onder voorwaarde* .. raad/jeugdbeschermingstafel/beschermingstafel",
        "v2 .. op/onder voorwaarde*",
        why="Vrijwillige hulp kent geen voorwaarden van de Raad, de GI of de rechter.",
        instead=_VOLUNTARY,
        source=_NX03,
    ),
    _name(
        "stok",
        "een stok achter de deur",
        "stok achter de deur",
        "grote/dikke/harde stok",
        "wortel en stok",
        why="Wie een maatregel laat meewegen om ja te krijgen, krijgt geen vrije toestemming.",
        instead="Er ligt geen verzoek bij de Raad of de rechter. Als dat verandert, hoort u dat eerst van ons.",
        source="NX-16; handeling 23",
    ),
    _name(
        "tussenvorm",
        "een naam voor iets tussen vrijwillig en gedwongen",
        "vrijwillige ots/ondertoezichtstelling/voogdij/maatregel",
        "verplicht* vrijwillig*",
        "vrijwillig* verplicht*/gedwongen",
        "gedwongen vrijwillig*",
        "half/semi/licht vrijwillig*/gedwongen/verplicht",
        "semivrijwillig*/halfvrijwillig*/tussenkader*/drempelkader*/schaduwots/preots",
        "pre/proef/light/schaduw ots/ondertoezichtstelling/maatregel/dwang",
        "ots/dwang/jeugdbescherming light/lite",
        "drang en dwang",
        "vrijwillig* kader plus",
        "voorportaal van de? jeugdbescherming*/ots/rechter/raad",
        "bijna ots/maatregel/gedwongen",
        why="Er is geen tussenvorm: hulp is vrijwillig, of de rechter heeft haar opgelegd.",
        instead=_VOLUNTARY,
        source=_NX03,
    ),
)
"""Every rule about a name."""
