"""Who may ask something about the file of a child: by age on the day, by authority, and about whose data.

Everybody may always ask about their own data (AVG 15 to 17). About the data of the child: under 12
those with authority; from 12 to 15 the youth, and those with authority too, except for destruction;
from 16 the youth alone (Jw 7.3.5, 7.3.15). Who cannot judge it has somebody who asks instead.
"""

from __future__ import annotations

from datetime import datetime

from states.facts import ChildFile
from states.family.request import RequestKind, Whose
from states.family.table import RequestRule
from states.people import PRIVATE, AgeBand, Role
from states.refusal import Reason

_SPEAKS = (
    "Praten mag altijd: het kind kan zelf een eigen verklaring toevoegen (add_statement) of een "
    "vertrouwenspersoon vragen (ask_for_confidant)."
)
_OWN = "U mag wel vragen wat er over u zelf staat (whose = self)."


def in_the_way(  # noqa: PLR0913, PLR0917 - who asks what, about whom, when
    row: RequestRule, child: ChildFile, party: Role, person: str, whose: Whose, unable: str, at: datetime
) -> Reason | None:
    """Why somebody may not ask this, or ``None``; ``unable``: who judged that the youth cannot, and why."""
    if party not in PRIVATE:
        text = "Dit vraagt iemand van het gezin zelf. Niet duidelijk is wie."
        return _reason(row, "who", text, "Vul in wie het vraagt: party (youth, parent, caretaker) en person.")
    if not row.of_the_file or whose is Whose.SELF:
        return None
    if party is Role.YOUTH:
        return _youth(row, child.band(at), unable=bool(unable))
    return _for_the_child(row, child, person, at, unable=bool(unable))


def _for_the_child(row: RequestRule, child: ChildFile, person: str, at: datetime, *, unable: bool) -> Reason | None:
    """Somebody asks in the place of the child."""
    band, consents = child.band(at), child.consents_at(at)
    speaks = consents.representatives if band is AgeBand.ADULT else consents.holders
    if person not in speaks:
        text = "Dit kan alleen wie gezag heeft over het kind. Deze persoon heeft dat niet, of is niet genoemd."
        return _reason(row, "authority", text, f"Vul in wie het vraagt (person). {_OWN}")
    shared = band is AgeBand.FROM_12 and row.kind is not RequestKind.DESTRUCTION
    if band is AgeBand.UNDER_12 or shared or unable:
        return None
    young = band is AgeBand.FROM_12
    text = (
        "Vanaf 12 jaar vraagt de jongere zelf om vernietigen." if young else "Vanaf 16 jaar vraagt de jongere dit zelf."
    )
    remedy = (
        "Vraag het de jongere. Kan de jongere dit niet zelf beoordelen? Vul in wie dat vindt, en waarom (unable). "
        f"{_OWN}"
    )
    return _reason(row, "age", text, remedy)


def _youth(row: RequestRule, band: AgeBand, *, unable: bool) -> Reason | None:
    if band is AgeBand.UNDER_12:
        text = "Een kind kan dit zelf vragen vanaf 12 jaar."
        return _reason(row, "age", text, f"Een ouder met gezag of de voogd kan het vragen. {_SPEAKS}")
    if unable:
        text = "De jongere kan dit niet zelf beoordelen, zegt u. Dan vraagt een ander het."
        return _reason(row, "unable", text, f"Wie gezag heeft, of de vertegenwoordiger, kan het vragen. {_SPEAKS}")
    return None


def _reason(row: RequestRule, code: str, text: str, remedy: str) -> Reason:
    source = f"{row.source}; Jw 7.3.15 [K]" if code in {"age", "unable", "authority"} else row.source
    return Reason(rule=f"{row.do}/{code}", text=text, source=source, remedy=remedy)
