"""The Dutch words in which entries of the log are told: states, moves, refusals (B1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from casetool import telling_consent, telling_family, telling_rights, telling_work
from states.editions.book import book, rules
from states.editions.edition import Edition
from states.position import CODES, DUTCH, Framework, State
from states.terms.calendar import local_day
from states.tracks.table import BY_ID as PROCEDURES

Entry = dict[str, Any]


class Names(Protocol):
    """Who is who: the name that goes with an id, or the id itself."""

    def name_of(self, id_: str) -> str:
        """The name of a person."""
        ...


FRAMEWORKS: dict[Framework, str] = {
    Framework.VOLUNTARY: "vrijwillig",
    Framework.COMPULSORY: "gedwongen",
    Framework.NONE: "geen",
}
OUTCOMES: dict[str, str] = {
    "met": "gehaald",
    "missed": "gemist",
    "expired": "afgelopen",
    "moved": "verplaatst",
    "dropped": "vervallen",
}
ORDERS: dict[str, str] = {
    "provisional_supervision": "voorlopige ondertoezichtstelling",
    "supervision": "ondertoezichtstelling",
    "supervision_extension": "verlenging ondertoezichtstelling",
    "placement": "machtiging uithuisplaatsing",
    "placement_ended": "einde uithuisplaatsing",
    "maintained": "gehandhaafd na zitting",
    "provisional_supervision_ended": "einde voorlopige ondertoezichtstelling",
    "supervision_lifted": "opheffing ondertoezichtstelling",
    "refused": "verzoek afgewezen",
    "contact_arrangement": "omgangsregeling",
    "guardianship": "voogdij",
    "provisional_guardianship": "voorlopige voogdij",
    "temporary_guardianship": "tijdelijke voogdij",
    "secure_placement": "machtiging gesloten jeugdhulp",
    "adjourned": "beslissing aangehouden",
    "inadmissible": "verzoek niet-ontvankelijk",
    "annulled": "hof: vernietigd",
    "granted_on_appeal": "hof: alsnog toegewezen",
    "confirmed": "hof: bekrachtigd, of het beroep is ten einde",
    "suspended": "hof: werking geschorst",
    "consent_replaced": "vervangende toestemming",
    "contact_limited": "contact beperkt door de rechter",
    "directive_confirmed": "schriftelijke aanwijzing bekrachtigd",
    "partial_authority": "gedeeltelijk gezag bij de GI",
    "treatment_consent": "vervangende toestemming voor medische behandeling",
    "expert_appointed": "deskundige benoemd",
    "abroad_allowed": "plaatsing in het buitenland toegestaan",
}
PETITIONS: dict[str, str] = {
    "measure": "een maatregel",
    "extension": "verlenging",
    "suspension": "schorsing van het gezag",
    "termination": "beëindiging van het gezag",
    "provision": "een voorziening in het gezag",
    "secure": "gesloten jeugdhulp",
    "contact": "een regeling over contact",
}
TOPICS: dict[str, str] = {
    "gi_notified": "de GI heeft bericht gekregen",
    "family_plan_waived": "er komt geen familiegroepsplan",
    "term_met": "een termijn is gehaald",
    "term_explained": "uitleg bij een gemiste termijn",
    "term_moved": "een termijn is verplaatst",
    "raad_told": "bericht aan de Raad over het einde van de uithuisplaatsing",
    "placement_end_planned": "de GI wil de uithuisplaatsing beëindigen",
    "foster_move_refused": "verhuizen van het pleegkind is afgewezen",
    "plan_on_paper_requested": "verzoek om het plan op papier",
    "veilig_thuis_reported": "melding bij Veilig Thuis",
    "veilig_thuis_investigates": "Veilig Thuis gaat onderzoeken",
    "decision_known": "een beslissing is bekend geworden",
    "hearing_planned": "de rechtbank noemt een dag",
    "calamity": "calamiteit of geweld",
    "network_foster_contract": "pleegcontract in het eigen netwerk",
    "reference_index_entry": "melding in de verwijsindex",
    "access_requested": "verzoek om inzage",
    "data_breach": "datalek",
    "assessment_prolonged": "de afweging is verlengd",
    "notices_delivered": "kennisgevingen zijn gegeven",
    "confidant_told": "verteld over de vertrouwenspersoon",
    "note": "notitie",
    "recheck": "eerdere handelingen nakijken",
}


def state_name(state: State) -> str:
    """A state by its code and what people read for it."""
    code = "" if state is State.NONE else f"{CODES[state]} "
    return f"{code}{DUTCH[state]}"


def yes(value: bool) -> str:  # noqa: FBT001 - a word for it
    """A yes or no."""
    return "ja" if value else "nee"


def _edition(entry: Entry) -> Edition:
    """The rules of an entry; those of its moment, when its own provisional ones have changed since."""
    return book().edition(entry["edition"]) or rules(datetime.fromisoformat(entry["effective_at"]))


def _registered(_entry: Entry, _names: Names) -> str:
    return "kind ingeschreven"


def _moved(entry: Entry, _names: Names) -> str:
    row = _edition(entry).rows.get(entry["move"])
    return f"{entry['move']} {row.title if row else ''}".strip()


def _given(entry: Entry, names: Names) -> str:
    consent = entry["facts"]["consent"]
    planned = consent["valid_from"] > consent["given_at"]
    start = local_day(datetime.fromisoformat(consent["valid_from"]))
    when = f" (gepland, vanaf {start})" if planned else ""
    purpose = telling_consent.PURPOSES[consent["purpose"]]
    if consent.get("order"):
        return f"de rechter vervangt de toestemming van {names.name_of(consent['person'])} voor {purpose}{when}"
    return f"toestemming van {names.name_of(consent['person'])} voor {purpose}{when}"


def _withdrawn(entry: Entry, names: Names) -> str:
    return f"{names.name_of(entry['facts']['person'])} trekt toestemming in"


def _presumed(_entry: Entry, _names: Names) -> str:
    return "toestemming verondersteld, of niet meer"


def _order(entry: Entry, _names: Names) -> str:
    order = entry["facts"]["order"]
    end = f", tot {order['end']}" if order.get("end") else ""
    return f"beschikking: {ORDERS.get(order['kind'], order['kind'])}{end}"


def _begins(entry: Entry, _names: Names) -> str:
    order = entry["facts"]["order"]
    return f"beschikking begint te werken: {ORDERS.get(order['kind'], order['kind'])}"


def _region(entry: Entry, _names: Names) -> str:
    return f"werkwijze van de regio: {entry['facts']['period']['mode']}"


def _powers(_entry: Entry, _names: Names) -> str:
    return "bevoegdheid of verblijf gewijzigd"


def _petition(entry: Entry, _names: Names) -> str:
    return f"verzoek aan de rechter: {PETITIONS[entry['facts']['petition']['kind']]}"


def _petitions_closed(_entry: Entry, _names: Names) -> str:
    return "verzoek aan de rechter ingetrokken"


def _procedure(entry: Entry, _names: Names) -> str:
    found = entry["facts"]["procedure"]
    given = found.get("outcome")
    outcome = f": {telling_family.PROCEDURE_OUTCOMES.get(given, given)}" if given else ""
    return f"procedure {found['track']} {PROCEDURES[found['track']].title}{outcome}"


def _corrected(entry: Entry, names: Names) -> str:
    facts = entry["facts"]
    wrong = "het overlijden" if facts.get("death") else facts.get("order") or facts.get("consent")
    return f"hersteld: {wrong} is verkeerd vastgelegd; ook nagekeken door {names.name_of(facts['second'])}"


def _raad(_entry: Entry, _names: Names) -> str:
    return "onderzoek van de Raad naast de maatregel"


def _act(entry: Entry, _names: Names) -> str:
    facts = entry["facts"]
    act = _edition(entry).acts.get(facts["act"])
    return f"handeling {facts['act']}: {act.title if act else 'onbekend'} ({facts['answer']})"


def _noted(entry: Entry, _names: Names) -> str:
    topic = str(entry["facts"].get("topic"))
    return TOPICS.get(topic, topic)


def _archived(entry: Entry, _names: Names) -> str:
    until = "tot het eind" if entry["facts"]["closed"] else "tot nu toe"
    return f"het verloop in het systeem is bewaard voor controle, {until}"


def _reminded(entry: Entry, _names: Names) -> str:
    tasks = " ".join(task["text"] for task in entry["effects"].get("tasks", ()))
    outcomes = {term["outcome"] for term in entry["effects"].get("terms_closed", ())}
    ended = " en ".join(sorted(OUTCOMES[outcome] for outcome in outcomes)) or "voorbij"
    terms = _edition(entry).terms
    over = ", ".join(f"{rule} {terms[rule].title}" for rule in entry["rules"] if rule in terms)
    return tasks or f"termijn {ended}: {over}"


def _flagged(entry: Entry, _names: Names) -> str:
    found = entry["detail"]["data"].get("findings", ())
    titles = "; ".join(dict.fromkeys(each["title"] for each in found)) or ", ".join(entry["facts"]["rules"])
    return f"woorden in regel {entry['facts']['about']}: {titles}"


def _overruled(entry: Entry, _names: Names) -> str:
    numbers = ", ".join(str(number) for number in entry["facts"]["about"])
    why = entry["detail"]["data"].get("reason")
    return f"signaal over woorden ({numbers}) opzij gezet" + (f": {why}" if why else "")


def _refused(entry: Entry, names: Names) -> str:
    reasons = entry["detail"]["data"].get("reasons", ())
    texts = [f"{reason['text']} {reason['remedy']}" for reason in reasons]
    return "geweigerd: " + (named(" ".join(texts), names) or ", ".join(entry["rules"]))


def named(text: str, names: Names) -> str:
    """A text of the law, which knows people by id, with their names."""
    return re.sub(r"[\w-]+(?:\.[\w-]+)+", lambda found: names.name_of(found.group()), text)


TELLS: dict[str, Callable[[Entry, Names], str]] = {
    "child_registered": _registered,
    "moved": _moved,
    "consent_given": _given,
    "consent_withdrawn": _withdrawn,
    "consent_stopped": lambda _entry, _names: "vervangende toestemming werkt niet meer, door een hoger beroep",
    "consent_presumed": _presumed,
    "capacity_judged": telling_consent.judged,
    "consent_departed": telling_consent.departed,
    "order_recorded": _order,
    "order_begins": _begins,
    "measure_covers": lambda _entry, _names: "een geplande maatregel begint: jeugdhulp vraagt geen toestemming meer",
    "powers_changed": _powers,
    "petition_filed": _petition,
    "petitions_closed": _petitions_closed,
    "procedure_changed": _procedure,
    "corrected": _corrected,
    "raad_changed": _raad,
    "burgemeester_asked": lambda _entry, _names: "de burgemeester wil dat de rechter oordeelt",
    "child_born": lambda _entry, _names: "kind geboren",
    "region_changed": _region,
    "act_registered": _act,
    "request_changed": telling_family.asked,
    "sight_kept": telling_family.sight,
    "help_reported": telling_family.help_reported,
    "noted": _noted,
    "reminded": _reminded,
    "reader_known": telling_rights.needs,
    "rights_explained": telling_rights.explained,
    "reflection_held": telling_work.reflection,
    "statement_changed": telling_work.statement,
    "grounds_given": telling_work.grounds,
    "goal_changed": telling_work.goal,
    "checklist_filled": telling_work.checklist,
    "certificate_known": telling_work.certificate,
    "work_allocated": telling_work.allocated,
    "expertise_attached": telling_work.expertise,
    "words_flagged": _flagged,
    "flag_overruled": _overruled,
    "refused": _refused,
    "history_archived": _archived,
}


def told(entry: Entry, names: Names) -> str:
    """What an entry says, in one line."""
    text = TELLS[entry["event"]](entry, names)
    flags = ", ".join(flag["rule"] for flag in entry["facts"].get("flags", ()))
    return f"{text} [signaal: {flags}]" if flags else text
