"""Requirements R-35 to R-51: organisations, and how a family is helped (domain 1)."""

from __future__ import annotations

from casetool.pack.requirement import Requirement

WORKING: tuple[Requirement, ...] = (
    Requirement(
        "R-35",
        "Gemeente en GI zien dezelfde waarheid over waar een kind staat.",
        "Er is één logboek per zaak. Wie waar staat, volgt daaruit.",
        ("states/evolve.py", "tests/records/test_child_state.py"),
        "Toegang per organisatie is er nog niet.",
    ),
    Requirement(
        "R-36",
        "Elke overgang is na te rekenen: dezelfde feiten en regels geven dezelfde uitkomst.",
        "Elke regel in het logboek noemt de editie. Het logboek is een keten die niemand ongezien verandert.",
        (
            "states/editions/edition.py",
            "audit",
            "tests/unit/test_decide.py::test_deciding_changes_nothing_and_answers_the_same_again",
            "tests/records/test_two_editions.py::test_a_case_that_lives_through_the_change_is_stored_as_it_was_decided",
        ),
    ),
    Requirement(
        "R-37",
        "Een regio kiest wie iets doet, niet wat mag.",
        "De keuze van een regio bepaalt alleen wie intensieve hulp kan leiden.",
        ("region_allows_lead", "tests/unit/test_regions.py::test_a_mode_changes_no_state_no_power_and_no_way_out"),
    ),
    Requirement(
        "R-38",
        "Zonder eigen keuze leidt de GI de intensieve hulp.",
        "Dat is de beginstand van elke gemeente.",
        ("states/region.py", "tests/unit/test_regions.py::test_the_default_is_that_the_gi_leads"),
    ),
    Requirement(
        "R-39",
        "Per gemeente ligt vast hoe het is geregeld, met een datum.",
        "Een gemeente kiest uit vier vormen, vanaf een dag.",
        ("states/region.py", "tests/unit/test_regions.py::test_a_mode_counts_from_a_day_on"),
    ),
    Requirement(
        "R-40",
        "Leidt de GI, dan met naam en met een mandaat van het college.",
        "Zonder mandaat wordt het geweigerd.",
        ("mandate_of_college", "TR-05", "TR-06"),
    ),
    Requirement(
        "R-41",
        "Leidt het lokale team, dan kan de GI adviseren, zonder naam of met toestemming.",
        "Advies zonder naam mag. Met naam is het een andere handeling, met toestemming.",
        ("#11", "without_names", "tests/unit/test_act_remarks.py::test_6_and_11_with_a_name_are_another_act"),
    ),
    Requirement(
        "R-42",
        "Kan een lokaal team geen intensieve hulp geven, dan helpt de GI.",
        "De vorm van de regio zegt wie kan leiden.",
        ("states/region.py",),
        "Per team vastleggen wat het kan, gaat nog niet.",
    ),
    Requirement(
        "R-43",
        "Een deskundige op veiligheid kijkt mee voordat het plan af is.",
        "Zonder die deskundige begint intensieve hulp niet.",
        (
            "TR-05",
            "TR-06",
            "tests/unit/test_good_work.py::test_expertise_on_safety_is_attached_before_intensive_help_begins",
        ),
    ),
    Requirement(
        "R-44",
        "Twee organisaties werken met één plan, elk met eigen bevoegdheid.",
        "Elke handeling noemt voor wie iemand werkt. Een wissel van regie vraagt beide organisaties.",
        ("states/people.py", "TR-07", "both_organisations_agreed"),
        "Wie welke gegevens kan zien, is nog niet per organisatie geregeld.",
    ),
    Requirement(
        "R-45",
        "De tijd van eerste melding tot eerste hulp is te zien.",
        "Die termijn loopt en wordt geteld. Wachten is een signaal.",
        ("T45", "S5", "tests/unit/test_signals.py::test_waiting_from_the_first_report_to_the_first_help_is_counted"),
    ),
    Requirement(
        "R-46",
        "Een gezin kan lezen wat er staat en waarom, en wie keek.",
        "Een gezin kan inzage en een kopie vragen. Wie in een zaak kijkt, komt in een logboek.",
        ("states/family/table.py", "records/access.py", "T43"),
        "Een gezin kan dat logboek nog niet zelf openen.",
    ),
    Requirement(
        "R-47",
        "Teksten zijn gewone taal; een tolk en hulp bij lezen liggen vast.",
        "Elke tekst is gemeten. Is een tolk nodig, dan geldt uitleg zonder tolk niet zonder reden.",
        (
            "casetool/rights/reading.py",
            "tests/unit/test_rights_explained.py::test_without_the_interpreter_that_is_needed_it_is_refused_in_one_sentence_with_a_way_on",
        ),
        "Lezers hebben de teksten nog niet geprobeerd.",
    ),
    Requirement(
        "R-48",
        "Wie schrijft, ziet het kader.",
        "Een handeling wordt getoetst in het kader van dat moment. Woorden in een notitie ook.",
        ("states/handlers/words.py", "states/handlers/act.py"),
        "Een scherm om in te schrijven is er nog niet.",
    ),
    Requirement(
        "R-49",
        "Het gezin leest welke hulp er is.",
        "Het blad zegt dat hulp vrijwillig of opgelegd is, en wat er kan gebeuren.",
        ("states/rights/table.py",),
        "De hulp van dit kind staat nog niet met naam op het blad.",
    ),
    Requirement(
        "R-50",
        "Elke handeling en elke stap van een werker heeft een reden.",
        "Zonder reden wordt het geweigerd. Een gezin dat stopt, hoeft geen reden te geven.",
        (
            "states/moves/needs.py",
            "tests/unit/test_reasons.py::test_an_act_without_a_reason_is_refused",
            "tests/unit/test_reasons.py::test_withdrawing_consent_and_stopping_need_no_reason",
        ),
    ),
    Requirement(
        "R-51",
        "Elke weigering legt uit waarom, en wat wel kan.",
        "Elke weigering noemt de regel, de bron en een weg vooruit.",
        ("states/acts/options.py", "tests/unit/test_refusals.py::test_every_refusal_has_a_way_on"),
    ),
)
"""What the letter asks of organisations and of those who work with families."""
