"""What is written down, and complaints (Jw 7.3.8-7.3.10, 4.2.1)."""

from __future__ import annotations

from states.position import VOLUNTARY
from states.rights.line import Line, Topic
from states.rights.reader import EVERYBODY, PARENTS, STANDS, YOUTH, Reader
from states.rights.rows.where import ALL, ASKING, WARDED, WITH, WITHOUT

FILE: tuple[Line, ...] = (
    Line(
        "file/read",
        Topic.FILE,
        "{U} mag {uw} dossier lezen. {U} mag er een kopie van vragen. Wat over een ander gaat, {krijgt_u} niet.",
        "{U} mag lezen wat over {jou} is opgeschreven.",
        "Jw 7.3.10",
        ALL - ASKING - WARDED,
        STANDS,
    ),
    Line(
        "file/read_ward",
        Topic.FILE,
        "{U} mag {uw} dossier lezen. {U} mag er een kopie van vragen. Wat over een ander gaat, {krijgt_u} niet.",
        "{U} mag lezen wat over {jou} is opgeschreven.",
        "Jw 7.3.10",
        WARDED,
        YOUTH,
    ),
    Line(
        "file/read_limited",
        Topic.FILE,
        "{U} mag lezen wat er over uzelf is opgeschreven. Over {uw} kind mag {u} vragen hoe het gaat.",
        "{U} mag lezen wat over {jou} is opgeschreven.",
        "AVG 15 [K]; BW 1:377c [K]",
        WARDED,
        PARENTS,
    ),
    Line(
        "file/read_without",
        Topic.FILE,
        "{U} mag lezen wat er over uzelf is opgeschreven. Over {uw} kind mag {u} vragen hoe het gaat.",
        "{U} mag lezen wat over {jou} is opgeschreven.",
        "AVG 15 [K]; BW 1:377c [K]",
        ALL - WARDED - ASKING,
        WITHOUT,
    ),
    Line(
        "file/raad",
        Topic.FILE,
        "De Raad laat {jou} lezen wat hij wil schrijven. {U} mag zeggen wat niet klopt. Dat komt erbij te staan.",
        "{U} mag lezen wat de Raad schrijft. {U} mag zeggen wat niet klopt.",
        "regels van de Raad [K]",
        ASKING,
        EVERYBODY,
    ),
    Line(
        "file/own_words",
        Topic.FILE,
        "{U} mag zelf iets opschrijven. Dat komt in het dossier, naast wat de ander schreef.",
        "{U} mag zelf iets in het dossier zetten.",
        "Jw 7.3.8 lid 2",
        ALL - ASKING,
        EVERYBODY,
    ),
    Line(
        "file/correct",
        Topic.FILE,
        "Klopt iets niet? Vraag dan om het te verbeteren. {U} mag ook vragen om stukken weg te doen. "
        "Soms mag dat niet. Dan {hoort_u} waarom.",
        "Klopt iets niet? Zeg het. Men moet daarop antwoorden.",
        "Jw 7.3.9; AVG 16, 17 [K]",
        ALL,
        EVERYBODY,
    ),
    Line(
        "file/who_looked",
        Topic.FILE,
        "{U} mag vragen wie er in het dossier heeft gekeken.",
        "Vraag wie er heeft gekeken. Dat mag.",
        "AVG 15 [K]",
        ALL,
        EVERYBODY,
    ),
)

COMPLAINT: tuple[Line, ...] = (
    Line(
        "complaint/organisation",
        Topic.COMPLAINT,
        "{U} mag een klacht sturen. Daar kijken mensen naar die er niet werken. {U} mag iemand meenemen. "
        "Binnen een maand daarna zegt men wat men ermee doet.",
        "{U} mag klagen. Iemand mag {jou} daarbij helpen.",
        "Jw 4.2.1",
        ALL - ASKING,
        EVERYBODY,
    ),
    Line(
        "complaint/raad",
        Topic.COMPLAINT,
        "Ook over de Raad mag {u} een klacht sturen. De Raad heeft daar eigen regels voor. "
        "Over de hulp klaagt u bij wie de hulp geeft.",
        "{U} mag ook over de Raad klagen.",
        "BW 1:239 lid 5; Jw 4.2.1",
        ASKING,
        PARENTS,
    ),
    Line(
        "complaint/raad_youth",
        Topic.COMPLAINT,
        "Ook over de Raad mag je een klacht sturen. De Raad heeft daar eigen regels voor. "
        "Over de hulp klaag je bij wie de hulp geeft.",
        "{U} mag ook over de Raad klagen.",
        "BW 1:239 lid 5; Jw 4.2.1",
        ASKING,
        YOUTH,
    ),
    Line(
        "complaint/worker",
        Topic.COMPLAINT,
        "Deed iemand die helpt zijn werk echt niet goed? Dan kunt u dat melden bij een college dat daarover gaat. "
        "Dat heet SKJ. Jeugdstem helpt {jou} daarbij.",
        "Deed iemand zijn werk niet goed? Jeugdstem helpt {jou} om dat te melden.",
        "SKJ, tuchtrecht [K]",
        ALL,
        PARENTS,
    ),
    Line(
        "complaint/worker_youth",
        Topic.COMPLAINT,
        "Deed iemand die helpt zijn werk echt niet goed? Dan kun je dat melden bij SKJ. "
        "Daar kijkt men of iemand zijn werk goed doet. Jeugdstem helpt je daarbij.",
        "Deed iemand zijn werk niet goed? Jeugdstem helpt {jou} om dat te melden.",
        "SKJ, tuchtrecht [K]",
        ALL,
        YOUTH,
    ),
    Line(
        "complaint/college",
        Topic.COMPLAINT,
        "De gemeente kan nee zeggen op een vraag om hulp. Dat staat dan in een brief. Bent u het er niet mee eens? "
        "Stuur dan binnen zes weken een brief terug. Dat heet bezwaar.",
        "Zegt de gemeente nee? Dan kunt u binnen zes weken bezwaar maken.",
        "Awb 6:7, 7:1 [K]",
        frozenset(VOLUNTARY),
        WITH,
    ),
    Line(
        "complaint/college_youth",
        Topic.COMPLAINT,
        "De gemeente kan nee zeggen op een vraag om hulp. Dat staat dan in een brief. Ben je het er niet mee eens? "
        "Stuur dan binnen zes weken een brief terug. Dat heet bezwaar.",
        "Zegt de gemeente nee? Dan kun je binnen zes weken bezwaar maken.",
        "Awb 6:7, 7:1 [K]",
        frozenset(VOLUNTARY),
        frozenset({Reader.YOUTH_16}),
    ),
)
