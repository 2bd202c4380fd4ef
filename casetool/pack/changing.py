"""Requirements R-52 to R-68: norms of good work, and rules and organisations that change (domain 1)."""

from __future__ import annotations

from casetool.pack.requirement import Requirement

CHANGING: tuple[Requirement, ...] = (
    Requirement(
        "R-52",
        "Het certificaat van een GI is geldig op de dag.",
        "Is het niet geldig, dan komt er een melding. De beslissing van de rechter blijft staan.",
        ("tests/unit/test_good_work.py::test_a_certificate_that_lapsed_is_a_flag_on_the_order_and_no_refusal",),
        "Een uitvoer per norm van het Normenkader is er nog niet.",
    ),
    Requirement(
        "R-53",
        "Werk ligt bij iemand met registratie, of onder diens verantwoordelijkheid.",
        "Wie het werk doet en onder wie, ligt vast.",
        ("worker_registered", "tests/unit/test_good_work.py::test_work_goes_to_a_registered_worker_or_under_one"),
        "Scholing ligt niet vast.",
    ),
    Requirement(
        "R-54",
        "Een GI kan eigen sjablonen gebruiken.",
        "",
        (),
        "Eigen sjablonen van een GI zijn er nog niet.",
    ),
    Requirement(
        "R-55",
        "Feiten hebben een bron en een datum, en staan apart van meningen; het gezin reageert.",
        "Een uitspraak is een feit, mening of uitleg, met bron, datum en antwoord van het gezin.",
        ("states/work/statement.py", "#56"),
    ),
    Requirement(
        "R-56",
        "Regels en rollen hebben een datum.",
        "Regels staan in edities. Plannen voor nieuwe wetten staan klaar, en staan uit.",
        ("states/editions/book.py", "states/editions/bill.py", "tests/records/test_two_editions.py"),
    ),
    Requirement(
        "R-57",
        "Wat één keer is vastgelegd, hoeft niet nog eens.",
        "Een uitspraak staat er één keer en anderen verwijzen ernaar.",
        ("states/work/statement.py", "#54"),
    ),
    Requirement(
        "R-58",
        "Een pilot heeft een eigen profiel.",
        "Een proef onder de Jeugdwet is een plan dat aan of uit staat. Hij voegt geen situatie toe.",
        ("states/editions/bill.py",),
        "Een pilot heeft nog geen eigen merkteken om op te tellen.",
    ),
    Requirement(
        "R-59",
        "Iemand kan voor twee organisaties werken; elke stap zegt voor welke.",
        "Elke stap noemt wie, voor welke organisatie, en onder wiens gezag.",
        ("states/people.py", "both_organisations_agreed"),
    ),
    Requirement(
        "R-60",
        "Rollen zijn taken; een andere organisatie kan een taak overnemen.",
        "Regels noemen een taak. Eén tabel zegt wie haar heeft.",
        (
            "states/function.py",
            "tests/unit/test_regions.py::test_every_function_is_held_by_somebody_and_every_lead_is_known",
        ),
    ),
    Requirement(
        "R-61",
        "Ook in een pilot blijft de grens dezelfde.",
        "Een regio of proef kan geen situatie, bevoegdheid of langere termijn toevoegen. Het bewijs kijkt daarnaar.",
        (
            "tests/unit/test_regions.py::test_what_a_region_cannot_change",
            "tests/unit/test_refusals.py::test_nx_15_a_region_adds_no_state_between_help_and_the_raad",
            "states/proof/invariants.py",
        ),
    ),
    Requirement(
        "R-62",
        "Het is duidelijk wat een lokaal team doet.",
        "De handelingen die een team mag doen in V0 en V1 staan in de tabel.",
        ("#1", "#13"),
        "Een eigen beschrijving per team is er nog niet.",
    ),
    Requirement(
        "R-63",
        "Werk draagt het merk van een van de vijf basisfuncties.",
        "De vragen van de lijsten dragen zo'n merk.",
        ("tests/unit/test_good_work.py::test_the_meldcode_has_five_steps_and_every_basic_function_is_asked_about",),
        "Een overzicht per basisfunctie is er nog niet.",
    ),
    Requirement(
        "R-64",
        "Een lokaal team kan zelf hulp geven.",
        "Hulp noemt wie haar geeft; dat kan het team zelf zijn.",
        ("TR-02", "#13", "tests/unit/test_good_work.py::test_help_names_who_gives_it_the_local_team_included"),
    ),
    Requirement(
        "R-65",
        "Er is een lijst voor veiligheid.",
        "Een lijst naar “Werken aan Veiligheid”; de antwoorden zijn feiten. De vragen zijn van ons.",
        ("tests/unit/test_good_work.py::test_a_checklist_keeps_what_was_answered_and_shows_what_was_not",),
    ),
    Requirement(
        "R-66",
        "Signalen, veiligheid nu, veiligheid later en herstel zijn doelen; de meldcode wordt gevolgd.",
        "Elk doel heeft een dag en iemand die ervoor zorgt. De vijf stappen van de meldcode zijn een lijst.",
        ("states/work/goal.py", "states/work/checklist.py", "#45"),
    ),
    Requirement(
        "R-67",
        "Ook een organisatie van cliënten kan de regels lezen en beoordelen.",
        "Zonder oordeel van een jurist, een professional en een cliëntenorganisatie blijft een editie voorlopig.",
        ("states/editions/review.py", "tests/unit/test_edition.py::test_one_missing_review_leaves_it_provisional"),
        "Niemand heeft deze regels nog beoordeeld.",
    ),
    Requirement(
        "R-68",
        "Er kan geoefend worden met verzonnen zaken.",
        "Oefenzaken hebben een eigen klok en staan apart.",
        (
            "casetool/scenario/player.py",
            "tests/records/test_record_queries.py::test_cases_are_listed_in_pages_and_exercises_apart",
        ),
    ),
)
"""What the letter asks of norms, and of what will change."""
