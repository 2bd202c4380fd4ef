"""Requirements R-01 to R-18: the sharp line itself, its names, and what families are told (domain 1)."""

from __future__ import annotations

from casetool.pack.requirement import Requirement

BOUNDARY: tuple[Requirement, ...] = (
    Requirement(
        "R-01",
        "Raden adviseren; zij hebben geen taak in een zaak.",
        "Geen rol in een zaak heet RSJ of RVS. Dit pakket noemt hun advies als bron.",
        ("states/people.py", "casetool/pack/letter.py"),
    ),
    Requirement(
        "R-02",
        "De gemeente staat naast de GI; elke regel noemt wie hem bedacht.",
        "Elke rij noemt haar bron en wat voor bron dat is. Het college is een eigen rol.",
        ("states/editions/source.py", "tests/unit/test_edition.py::test_every_rule_names_where_it_comes_from"),
        "Gemeente en GI hebben nog geen eigen afgeschermde omgeving.",
    ),
    Requirement(
        "R-03",
        "Op elk moment is te zien: welk kader, sinds wanneer, op welke grond, met welke rechten.",
        "Het rechtenblad van een kind zegt het kader en de rechten. De geschiedenis toont sinds wanneer en waarom.",
        ("states/rights/sheet.py", "casetool/commands/case_rights.py", "casetool/telling.py"),
    ),
    Requirement(
        "R-04",
        "Elke intensieve vrijwillige hulp wordt juridisch en ethisch bekeken.",
        "Zonder ieders toestemming en zonder dag van reflectie begint die hulp niet.",
        ("TR-05", "TR-06", "intensive_consents_complete", "states/work/reflection.py"),
    ),
    Requirement(
        "R-05",
        "Advies, wet en beleid blijven uit elkaar.",
        "Elke bron is wet, beleid, advies, norm of ontwerp. Dat staat in de tabellen en op deze bladzijden.",
        ("states/editions/source.py", "tests/unit/test_edition.py::test_the_kind_of_source_follows_from_the_basis"),
    ),
    Requirement(
        "R-06",
        "Elk kind heeft één kader; het wordt berekend en nooit ingevuld.",
        "Het kader volgt uit de feiten. Wie een situatie intypt, wordt geweigerd; de database weigert het ook.",
        (
            "states/moves/landing.py",
            "tests/unit/test_refusals.py::test_nx_10_nobody_types_a_state",
            "tests/unit/test_decide.py::test_nobody_can_type_a_state_or_a_framework",
        ),
    ),
    Requirement(
        "R-07",
        "Elke handeling wordt getoetst voordat zij wordt vastgelegd.",
        "Eén functie antwoordt: mag, met toestemming, na de rechter, of mag niet.",
        (
            "states/acts/may.py",
            "tests/unit/test_acts.py::test_the_cell_answers_as_the_table_says",
            "tests/unit/test_act_remarks.py::test_an_act_that_is_not_allowed_is_refused_with_its_number",
        ),
    ),
    Requirement(
        "R-08",
        "Het is te meten: geweigerde handelingen, toestemmingen en termijnen die aflopen.",
        "Elke weigering staat in het logboek. Termijnen die aflopen of gemist zijn, zijn te zien.",
        ("tests/unit/test_decide.py::test_a_refusal_is_recorded_with_what_was_sent_and_moves_nothing", "T41"),
        "Er is nog geen overzicht over alle zaken samen.",
    ),
    Requirement(
        "R-09",
        "Een gemeente kan geen situatie toevoegen tussen hulp en rechter.",
        "Een regio kan taken en namen toevoegen. Een situatie, bevoegdheid of langere termijn wordt geweigerd.",
        (
            "states/region.py",
            "tests/unit/test_refusals.py::test_nx_15_a_region_adds_no_state_between_help_and_the_raad",
            "tests/unit/test_regions.py::test_what_a_region_cannot_change",
        ),
    ),
    Requirement(
        "R-10",
        "De lijst van handelingen is dicht.",
        "Een handeling buiten de lijst bestaat niet. “Overig” vraagt grondslag, kader en een tweede persoon.",
        (
            "#64",
            "names_its_basis",
            "names_the_framework",
            "approved_before",
            "tests/unit/test_act_remarks.py::test_an_act_outside_the_catalogue_does_not_exist",
        ),
    ),
    Requirement(
        "R-11",
        "Gezinnen lezen bij begin, verandering en einde in gewone taal welk kader geldt.",
        "Het rechtenblad begint met het kader. Elke overgang noemt wie bericht krijgt.",
        ("TR-02", "states/rights/table.py", "tests/casetool/test_rights_pages.py"),
        "Dat een bericht is bezorgd, blokkeert nog niet in elke situatie de volgende stap.",
    ),
    Requirement(
        "R-12",
        "Er zijn geen tussenvormen: elke situatie is vrijwillig of gedwongen.",
        "De situaties zijn een gesloten lijst. Een bewijs loopt alles na wat de regels kunnen bereiken.",
        ("states/position.py", "states/proof/invariants.py", "states/wording/duties.py", "#20", "P12"),
        "Of het bewijs van deze editie rond is, staat op de bladzijde over het bewijs.",
    ),
    Requirement(
        "R-13",
        "VRIJWILLIG of GEDWONGEN staat op elk scherm, elke brief en elk plan.",
        "Het staat boven elk rechtenblad en op de schermen van een zaak. Niemand kan het uitzetten.",
        (
            "casetool/texts.py",
            "tests/unit/test_rights_sheet.py::test_the_frame_stands_at_the_top_and_follows_from_the_state",
        ),
        "Brieven en plannen maakt het programma nog niet.",
    ),
    Requirement(
        "R-14",
        "In elke situatie krijgt ieder een blad met rechten en plichten; dat het is gegeven, ligt vast.",
        "In de vrijwillige hulp begint niets zonder dat blad. Elke situatie heeft een blad voor elke lezer.",
        ("TR-02", "TR-05", "TR-06", "papers_delivered", "states/rights/sheet.py", "states/rights/explained.py"),
        "Bij een maatregel wachten handelingen nog niet op het blad.",
    ),
    Requirement(
        "R-15",
        "Er is geen drang, alleen intensieve vrijwillige hulp; het kader is vrijwillig.",
        "V2a en V2b heten zo en zijn vrijwillig. Ieder moet ja zeggen en ieder mag stoppen.",
        (
            "states/position.py",
            "TR-05",
            "TR-06",
            "TR-09",
            "tests/unit/test_refusals.py::test_nx_02_intensive_help_asks_both_parents",
        ),
    ),
    Requirement(
        "R-16",
        "De naam en andere namen ervoor worden in teksten gevonden. Geen situatie of product heet zo.",
        "Zulke woorden worden geweigerd in namen en in teksten voor gezinnen. In eigen notities krijgt men een vraag.",
        (
            "states/wording/names.py",
            "tests/unit/test_wording.py::test_nx_03_what_defines_or_goes_to_a_family_is_refused_with_a_neutral_text",
            "tests/words/test_corpus.py::test_misses_and_false_alarms_are_counted_and_bounded",
        ),
    ),
    Requirement(
        "R-17",
        "Geld en producten bepalen nooit het kader.",
        "Geen regel kent een product of een tarief. Het kader volgt alleen uit besluiten en toestemming.",
        (
            "states/moves/landing.py",
            "tests/unit/test_edition.py::test_c15_nothing_in_the_rules_is_called_after_a_form_in_between",
        ),
        "Producten en declaraties zitten nog niet in het programma.",
    ),
    Requirement(
        "R-18",
        "Er is geen apart product voor drang.",
        "Een naam met zo'n woord wordt geweigerd waar hij iets benoemt.",
        ("states/wording/names.py", "tests/words/test_shipped.py::test_no_label_names_what_does_not_exist"),
        "Een productcode inlezen kan nog niet; dus ook niet waarschuwen.",
    ),
)
"""What the letter asks of the line between voluntary and compulsory help."""
