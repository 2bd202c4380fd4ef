"""What each rule of a move, and each condition of an act, asks: one Dutch sentence for each name.

The names are those of the functions that check it; a refusal says the same in the case at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from states.acts.act import COLUMNS, Act
from states.moves.move import Move

GUARD_WORDS: Mapping[str, str] = {
    "help_consents_complete": "Iedereen die over deze hulp beslist, zegt nu ja.",
    "intensive_consents_complete": "Iedereen die beslist, zegt uitdrukkelijk ja tegen intensieve hulp.",
    "intensive_consents_fresh": "Het ja tegen intensieve hulp is van na het onderzoek van de Raad of de maatregel.",
    "consents_cover_lead": "Het ja gaat ook over wie de regie voert.",
    "region_allows_lead": "In deze regio mag deze organisatie de regie voeren.",
    "mandate_of_college": "Voert de GI de regie? Dan gaf het college daarvoor een mandaat.",
    "worker_registered": "De medewerker staat op die dag in het register (SKJ of BIG).",
    "review_in_time": "De hulp wordt binnen drie maanden samen bekeken.",
    "both_organisations_agreed": "Beide organisaties zijn het eens.",
    "papers_delivered": "Wat gegeven moet zijn, is gegeven en niet pas later gepland.",
    "sheets_given": "Iedere lezer kreeg het rechtenblad, met een tolk als dat nodig is. Van wie niet hoeft te "
    "beslissen, mag ook de reden vastliggen waarom niet.",
    "second_reader_is_another": "Wie meeleest, is iemand anders.",
    "reason_fits_close": "De reden om af te sluiten past bij waar het kind staat.",
    "nothing_pending": "Er loopt niets meer: geen verzoek, geen geplande maatregel, geen verblijf elders en geen "
    "kennisgeving die nog gegeven moet worden.",
    "minor": "Het kind is jonger dan 18.",
    "informed_or_why_not": "Ouders, en een jongere vanaf 12, hoorden het eerst; of er staat waarom dat gevaar gaf.",
    "views_or_why_not": "De mening van ouders en kind gaat mee, of er staat waarom niet.",
    "sent_by_corv": "Het verzoek is verstuurd via CORV; anders alleen als er levensgevaar is.",
    "petition_for_measure": "Het verzoek aan de rechter gaat over een nieuwe maatregel.",
    "burgemeester_asked": "De burgemeester vroeg het, nadat de Raad een verzoek van het college niet voorlegde.",
    "raad_will_not_ask": "De Raad besloot om de rechter niets te vragen.",
    "caretaker_for_a_year": "Wie om het einde van het gezag vraagt, zorgt al een jaar voor het kind en is geen ouder.",
    "own_request": "Alleen wie het verzoek deed, neemt het terug.",
    "raad_agreed": "De Raad vindt het goed dat het verzoek wordt teruggenomen.",
    "alive": "Het kind leeft.",
    "another_municipality": "Het kind woont in een andere gemeente dan eerst.",
    "file_goes_with_consent": "Iedereen die daarover beslist, vindt goed dat het dossier meegaat.",
    "file_stays": "Het gezin wil niet dat het dossier meegaat.",
    "no_serious_worries": "Er zijn geen ernstige zorgen.",
    "no_act_with_effect": "Er is nog niets gedaan met een ja van het gezin, of met een bevoegdheid.",
    "raad_confirms_error": "Is de Raad al bezig? Dan bevestigt de Raad dat het een vergissing was.",
    "withdrawn_by_petitioner": "Wie het de rechter vroeg, neemt het zelf terug, met een bericht aan de rechtbank.",
    "ends_secure_help": "De GI van de maatregel beslist het. Zonder maatregel doet de aanbieder of een GI dat.",
    "four_eyes": "Twee verschillende mensen zeggen dat iets per vergissing is vastgelegd.",
    "imported_order_in_force": "De beslissing van de rechter werkt nog, of gaat nog werken.",
    "imported_order_names_gi": "De beslissing noemt de GI.",
    "imported_term_known": "Bekend is tot wanneer de maatregel loopt.",
    "gi_of_title": "Alleen de GI die de rechter noemde, beslist dit.",
    "placement_account": "De GI gaf een besluit en een verslag op papier.",
    "residence_decision": "De GI gaf een besluit met de reden.",
    "within_kind_of_place": "De plek is van de soort die de rechter noemde.",
    "carers_of_a_year": "Woont het kind al een jaar in hetzelfde pleeggezin? Dan vindt de rechter het eerst goed [K].",
    "municipality_of_residence": "Woont het kind bij een aanbieder? Dan blijft de gemeente van daarvoor aan zet.",
    "adds_sibling": "De rechter voegt dit kind toe aan een verzoek over een broer of zus.",
    "ends_no_authority": "Niemand verliest hierdoor gezag: niemand had het.",
    "in_other_case": "De rechter besliste het in een andere zaak over het gezin.",
    "placement_refused": "De rechter wees de gevraagde uithuisplaatsing af.",
    "no_burgemeester": "De burgemeester vroeg hier niet om.",
}
"""What each guard and each selector of a row asks."""

CONDITION_WORDS: Mapping[str, str] = {
    "under_12": "Het kind is jonger dan 12.",
    "from_12": "De jongere is 12 of ouder.",
    "from_12_to_16": "De jongere is 12 tot en met 15.",
    "from_16": "De jongere is 16 of ouder.",
    "under_12_or_unable": "Het kind is jonger dan 12, of kan dit niet zelf beslissen.",
    "data_of_16_with_the_youth": "Medische gegevens van een pupil vanaf 16 vraagt men samen met de jongere.",
    "named_gi": "Alleen door de GI die de rechter noemde.",
    "to_parent_with_authority_or_minor": "Aan een ouder met gezag of aan het kind zelf.",
    "no_earlier_arrangement": "De rechter stelde nog geen omgangsregeling vast.",
    "needed_for_placement": "Alleen zover de uithuisplaatsing dat nodig maakt.",
    "parent_with_authority": "Alleen het contact met een ouder met gezag.",
    "within_the_muhp": "In de soort plek, en in de tijd, die de rechter noemde.",
    "within_partial_authority": "Alleen over wat de rechter noemde: school, arts of verblijfsvergunning.",
    "a_year_asks_the_court": "Na een jaar bij dezelfde verzorgers vindt de rechter het eerst goed [K].",
    "carers_agree": "De verzorgers vinden het goed, of de rechter beslist.",
    "for_the_named_help": "De rechter noemde deze hulp.",
    "gi_leads_already": "De GI voert de regie al, zoals met het gezin is afgesproken.",
    "may_bring_a_dispute": "Door een ouder met gezag, een jongere vanaf 12, verzorgers, aanbieder of GI.",
    "readers_informed": "Wie gezag heeft, en de jongere vanaf 12, kreeg het rechtenblad van de maatregel; of er staat "
    "waarom niet.",
    "only_to_round_off": "Alleen om af te ronden: een brief, een laatste vraag.",
    "agreed_in_plan": "Het is vooraf in het plan afgesproken.",
    "without_names": "Zonder namen of andere gegevens van het gezin.",
    "necessary": "Er staat waarom het voor de maatregel nodig is.",
    "names_the_sharing": "Er staat van wie, aan wie en waarvoor.",
    "informed_or_danger": "Het gezin hoorde het eerst, of er staat waarom dat gevaar gaf.",
    "index_agreement": "De gemeente heeft een afspraak over de verwijsindex die nu geldt [K].",
    "lives_with_carers": "Het kind woont bij pleegouders of andere verzorgers.",
    "through_the_prosecutor": "Via de officier van justitie.",
    "in_the_help_plan": "Het staat in het hulpplan, of het is een noodgeval.",
    "ground_to_tell": "Er is een grond om het te vertellen, en er staat welke en wat het minste is.",
    "planned_before_closing": "Het moment is voor het afsluiten afgesproken.",
    "names_its_basis": "Er staat waar het op rust.",
    "names_the_framework": "Er staat welk kader het is, en dat klopt.",
    "approved_before": "Iemand anders vond het vooraf goed.",
}
"""What each condition of an act asks."""


def rules_of(move: Move) -> str:
    """What a row asks beside its papers, as sentences."""
    return " ".join(dict.fromkeys(GUARD_WORDS[name] for name in (*move.selects, *move.guards)))


def conditions_of(act: Act) -> str:
    """What an act asks, and where; and what lifts a no."""
    found = [f"{CONDITION_WORDS[name]} ({_places(columns)})" for name, columns in act.conditions]
    found += [f"Waar het niet mag, mag het wel zo: {CONDITION_WORDS[n]} ({_places(c)})" for n, c in act.exceptions]
    return " ".join(found)


def _places(columns: Iterable[str]) -> str:
    known = set(columns)
    return "overal" if known >= set(COLUMNS) else ", ".join(column for column in COLUMNS if column in known)
