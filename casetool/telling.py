"""The Dutch words in which entries of the log are told: states, moves, refusals (B1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from states.act_table import ACTS
from states.calendar import local_day
from states.moves import BY_ID
from states.position import CODES, DUTCH, Framework, State
from states.term_table import TERMS

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
}
PURPOSES: dict[str, str] = {
    "help": "hulp",
    "sharing": "informatie delen",
    "intensive_help": "intensieve hulp",
}
PETITIONS: dict[str, str] = {
    "measure": "een maatregel",
    "extension": "verlenging",
    "termination": "beëindiging van het gezag",
}
TOPICS: dict[str, str] = {
    "gi_notified": "de GI heeft bericht gekregen",
    "family_plan_waived": "er komt geen familiegroepsplan",
    "term_met": "een termijn is gehaald",
    "assessment_prolonged": "de afweging is verlengd",
    "notices_delivered": "kennisgevingen zijn gegeven",
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


def _registered(_entry: Entry, _names: Names) -> str:
    return "kind ingeschreven"


def _moved(entry: Entry, _names: Names) -> str:
    return f"{entry['move']} {BY_ID[entry['move']].title}"


def _given(entry: Entry, names: Names) -> str:
    consent = entry["facts"]["consent"]
    planned = consent["valid_from"] > consent["given_at"]
    start = local_day(datetime.fromisoformat(consent["valid_from"]))
    when = f" (gepland, vanaf {start})" if planned else ""
    purpose = PURPOSES[consent["purpose"]]
    return f"toestemming van {names.name_of(consent['person'])} voor {purpose}{when}"


def _withdrawn(entry: Entry, names: Names) -> str:
    return f"{names.name_of(entry['facts']['person'])} trekt toestemming in"


def _presumed(_entry: Entry, _names: Names) -> str:
    return "toestemming verondersteld, of niet meer"


def _order(entry: Entry, _names: Names) -> str:
    order = entry["facts"]["order"]
    end = f", tot {order['end']}" if order.get("end") else ""
    return f"beschikking: {ORDERS.get(order['kind'], order['kind'])}{end}"


def _powers(_entry: Entry, _names: Names) -> str:
    return "bevoegdheid of verblijf gewijzigd"


def _petition(entry: Entry, _names: Names) -> str:
    return f"verzoek aan de rechter: {PETITIONS[entry['facts']['petition']['kind']]}"


def _raad(_entry: Entry, _names: Names) -> str:
    return "onderzoek van de Raad naast de maatregel"


def _act(entry: Entry, _names: Names) -> str:
    facts = entry["facts"]
    return f"handeling {facts['act']}: {ACTS[facts['act']].title} ({facts['answer']})"


def _noted(entry: Entry, _names: Names) -> str:
    topic = str(entry["facts"].get("topic"))
    return TOPICS.get(topic, topic)


def _reminded(entry: Entry, _names: Names) -> str:
    tasks = " ".join(task["text"] for task in entry["effects"].get("tasks", ()))
    outcomes = {term["outcome"] for term in entry["effects"].get("terms_closed", ())}
    ended = " en ".join(sorted(OUTCOMES[outcome] for outcome in outcomes)) or "voorbij"
    rules = ", ".join(f"{rule} {TERMS[rule].title}" for rule in entry["rules"] if rule in TERMS)
    return tasks or f"termijn {ended}: {rules}"


def _refused(entry: Entry, names: Names) -> str:
    reasons = entry["detail"]["data"].get("reasons", ())
    texts = [f"{reason['text']} {reason['remedy']}" for reason in reasons]
    return "geweigerd: " + (_named(" ".join(texts), names) or ", ".join(entry["rules"]))


def _named(text: str, names: Names) -> str:
    """A text of the law, which knows people by id, with their names."""
    return re.sub(r"[\w-]+(?:\.[\w-]+)+", lambda found: names.name_of(found.group()), text)


_TOLD: dict[str, Callable[[Entry, Names], str]] = {
    "child_registered": _registered,
    "moved": _moved,
    "consent_given": _given,
    "consent_withdrawn": _withdrawn,
    "consent_presumed": _presumed,
    "order_recorded": _order,
    "powers_changed": _powers,
    "petition_filed": _petition,
    "raad_changed": _raad,
    "act_registered": _act,
    "noted": _noted,
    "reminded": _reminded,
    "refused": _refused,
}


def told(entry: Entry, names: Names) -> str:
    """What an entry says, in one line."""
    tell = _TOLD.get(entry["event"])
    text = tell(entry, names) if tell else str(entry["event"])
    flags = ", ".join(flag["rule"] for flag in entry["facts"].get("flags", ()))
    return f"{text} [signaal: {flags}]" if flags else text
