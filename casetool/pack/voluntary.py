"""Requirements R-19 to R-34: intensive voluntary help, and explaining it (domain 1)."""

from __future__ import annotations

from casetool.pack.requirement import Requirement

VOLUNTARY: tuple[Requirement, ...] = (
    Requirement(
        "R-19",
        "Intensieve vrijwillige hulp begint alleen als het juridisch mag en er over is nagedacht.",
        "Nodig zijn ieders toestemming, een reden, een deskundige op veiligheid, een plan en een dag van reflectie.",
        ("TR-05", "TR-06", "intensive_consents_complete", "review_in_time"),
    ),
    Requirement(
        "R-20",
        "Bij elke verandering van kader staat er wat het kind vindt en wat goed is voor dit kind.",
        "Bij een verzoek aan de Raad moet beide erin staan, of waarom niet. Bij een ander kader volgt een taak.",
        (
            "TR-20",
            "views_or_why_not",
            "tests/unit/test_good_work.py::test_an_order_is_never_refused_for_a_text_and_asks_for_it",
        ),
    ),
    Requirement(
        "R-21",
        "Reflectie en moreel beraad liggen vast, apart van het dossier.",
        "De dag is nodig voor intensieve hulp. Na zware handelingen volgt een vraag om reflectie.",
        (
            "TR-05",
            "TR-06",
            "states/work/asked.py",
            "tests/unit/test_good_work.py::test_the_content_of_a_reflection_is_for_who_took_part",
        ),
        "Het scherm toont de inhoud alleen aan wie erbij was. In de opslag is zij nog niet apart afgeschermd.",
    ),
    Requirement(
        "R-22",
        "Ook in het vrijwillige kader doet iemand met registratie het werk.",
        "Zonder geldige registratie (SKJ of BIG) op die dag wordt een stap geweigerd.",
        ("worker_registered", "TR-02", "TR-05", "TR-20"),
        "Het programma zoekt niet zelf in het register.",
    ),
    Requirement(
        "R-23",
        "Weinig schrijfwerk: één keer invullen, de rest volgt.",
        "Termijnen, berichten en taken volgen uit wat al bekend is.",
        ("states/due.py", "states/moves/effects.py"),
        "Een overzicht van de werkdruk is er nog niet.",
    ),
    Requirement(
        "R-24",
        "Gedwongen kan alleen met een beslissing van de rechter.",
        "Zonder vastgelegde beslissing is er geen maatregel. De database weigert het ook.",
        (
            "TR-40",
            "TR-42",
            "TR-43",
            "tests/unit/test_refusals.py::test_nx_01_no_measure_without_the_record_of_an_order",
            "tests/records/test_attacks_on_titles.py::test_a_compulsory_position_without_an_order_in_force_is_refused",
        ),
    ),
    Requirement(
        "R-25",
        "Een verzoek zegt waarom iets lichters niet genoeg is en waarom dit niet te zwaar is.",
        "Intensieve hulp vraagt waarom gewone hulp niet genoeg is. Bij verzoeken volgt een taak voor drie teksten.",
        (
            "TR-05",
            "TR-06",
            "TR-20",
            "tests/unit/test_good_work.py::test_a_petition_asks_the_three_texts_of_who_sent_it",
        ),
    ),
    Requirement(
        "R-26",
        "Aangeboden en geweigerde hulp ligt vast als feit.",
        "Wie nee zegt, wat en wanneer, ligt vast. Een verzoek aan de Raad noemt welke hulp is geprobeerd.",
        ("TR-20", "states/consents/declined.py"),
    ),
    Requirement(
        "R-27",
        "Een GI zonder maatregel heeft geen bevoegdheid.",
        "In het vrijwillige kader is geen enkele bevoegdheid toegestaan, ook niet voor een GI.",
        (
            "#12",
            "states/acts/confers_table.py",
            "tests/unit/test_act_titles.py::test_in_the_voluntary_framework_no_power_is_allowed_or_asks_consent",
        ),
    ),
    Requirement(
        "R-28",
        "De GI adviseert of leidt, zodat mensen hulp aannemen; zij onderzoekt en dwingt niet.",
        "Regie door de GI vraagt toestemming. Dreigen en voorwaarden met een gevolg mogen nooit.",
        ("#11", "#12", "#20", "#23", "tests/unit/test_acts.py::test_what_is_never_allowed"),
    ),
    Requirement(
        "R-29",
        "Werker, plan en doelen kunnen doorgaan als het kader verandert; wat mag, wordt opnieuw bekeken.",
        "Elke handeling wordt getoetst in het nieuwe kader. Van doelen en taken is te zien of zij doorgaan.",
        (
            "states/acts/may.py",
            "states/work/carried.py",
            "tests/unit/test_landing.py::test_after_the_raad_intensive_help_needs_a_new_yes",
        ),
    ),
    Requirement(
        "R-30",
        "Het is te tellen hoe intensieve hulp afloopt.",
        "Elke overgang staat in het logboek, dus tellen kan later.",
        (),
        "Een rapport is er nog niet.",
    ),
    Requirement(
        "R-31",
        "Uithuisplaatsingen en de duur van maatregelen zijn te tellen.",
        "Begin en einde van elke maatregel staan in het logboek.",
        (),
        "Een rapport is er nog niet.",
    ),
    Requirement(
        "R-32",
        "Drie groepen lezers krijgen uitleg uit dezelfde regel.",
        "Een gezin, een werker en een jurist krijgen elk uitleg over een overgang, handeling of termijn.",
        ("casetool/rights/explain.py", "tests/casetool/test_rights_pages.py"),
    ),
    Requirement(
        "R-33",
        "Wat intensieve vrijwillige hulp is, ligt vast en heeft een versie.",
        "De tekst hoort bij de editie van de regels. Een andere tekst is een andere editie.",
        ("states/rights/table.py", "tests/unit/test_edition.py::test_the_words_of_an_edition_are_all_its_texts"),
    ),
    Requirement(
        "R-34",
        "Bij elke handeling staat of meewerken moet.",
        "Op het blad staat per handeling “hoeft niet” of “verplicht, op grond van”. Dat komt uit dezelfde regel.",
        ("states/rights/duty.py", "tests/unit/test_rights_duty.py::test_a_sheet_says_what_may_answers"),
    ),
)
"""What makes intensive voluntary help lawful and careful."""
