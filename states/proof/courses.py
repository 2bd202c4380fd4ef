"""The courses of the second pass: where it begins, what is decided, what follows, and what takes it back."""

from __future__ import annotations

from states.proof import catalogue_granted as g
from states.proof import catalogue_sequel as s
from states.proof.event import Event
from states.proof.sequel import TIME, Course, Way, parts

_KNOWN = "report: 13, one parent"
_YES = ("anna says yes to help", "kind says yes to help")
_MORE = ("anna says yes to intensive help", "kind says yes to intensive help")
_ASKED = "request to the Raad"
_HELP: Way = (*_YES, "help begins")
_V2A: Way = (*_YES, *_MORE, "intensive help begins, led by gi")
_V2B: Way = (*_YES, *_MORE, "intensive help begins, led by local_team")
_R2: Way = (_ASKED, "the Raad starts")
_FROM_V0: tuple[Way, ...] = (
    (),
    _HELP,
    _V2A,
    _V2B,
    (_ASKED,),
    _R2,
    (*_R2, "raad petitions: measure"),
    ("close: C2",),
)
"""From V0 to itself and to every other state without a measure."""
_JOURNEYS: tuple[Way, ...] = (*_FROM_V0[:4], ("the Raad ends",), ("the Raad ends", *_V2A), ("the Raad ends", *_V2B))
_OF_TWO: Way = (
    "report: 11, two parents",
    "anna says yes to help",
    "bart says yes to help",
    "anna says yes to intensive help",
    "bart says yes to intensive help",
)
_ADULT_R3: Way = ("report: 17, one parent", *_R2, "raad petitions: measure")
_AGES = (
    "report: 11, two parents",
    _KNOWN,
    "report: 15, two parents",
    "report: 16, one parent",
    "report: 17, one parent",
)
_BEGUN = ("help begins", "intrusive help begins")
_MUHP = "granted: a MUHP of its own"
_NOBODY = ("report: 9, nobody in authority", "report: 17, nobody in authority")
_BART = "bart says yes to help"
_STANDING = tuple((_KNOWN, *way) for way in _FROM_V0)


def _ways(*events: Event | str) -> tuple[Way, ...]:
    return tuple((event if isinstance(event, str) else event.name,) for event in events)


_GRANTS = _ways(*g.GRANTS)
_SHORT = _ways("granted: a short OTS", "granted: a short OTS and MUHP", "granted: a short VG", "granted: a short TV")
_ENDED = _ways("lifted", "VOTS ended", "guardianship ended", "a guardianship to a person", "refused", "MUHP ended")
_STOPPED = _ways("annulled", "suspended")
_CORRECTED = _ways(*s.CORRECTED)
_BACK = (*_ways(*s.CONFIRMED), *_CORRECTED)
_TIME: tuple[Way, ...] = ((TIME,), (TIME, TIME))
_PASSED: tuple[Way, ...] = ((),)
_ASKED_VV = (_KNOWN, _ASKED, "granted: VV")
_ASIDE: tuple[Way, ...] = (
    (_KNOWN, _ASKED),
    (_KNOWN, *_R2),
    (_KNOWN, *_R2, "raad petitions: measure"),
    (*_ASKED_VV, "OM asks", "annulled"),
    (*_ASKED_VV, "OM asks to end authority", "annulled"),
    (_KNOWN, *_R2, "granted: VV", "OM asks", "annulled"),
    (_KNOWN, *_R2, "granted: VV", "OM asks to end authority", "annulled"),
)
"""What the Raad or a judge was asked and did not decide yet; in R3 also beside an older request to the Raad."""
_KEPT: tuple[Way, ...] = (
    (*_ASKED_VV, "extension without an earlier measure", "guardianship ended from tomorrow", TIME),
    (*_ASKED_VV, "extension and MUHP", "guardianship ended from tomorrow", TIME),
)
"""A measure in which an older request to the Raad still waits."""
_BESIDE: tuple[Way, ...] = (("the Raad starts beside",), ("OM asks",), ("the Raad starts beside", "OM asks"))
_GROWING: tuple[Way, ...] = (("report: 16, one parent",), ("report: 16, one parent", "request to the Raad"))
_TOLD: Way = (_KNOWN, *_R2, "the Raad ends")
_REFUSED = ("granted on appeal: OTS, MUHP refused", "granted on appeal in another case: OTS and MUHP")

COURSES: tuple[Course, ...] = (
    # One decision from every state, also about a child that nobody knew, and the same one as a mistake.
    (
        _STANDING,
        _ways(
            *g.GRANTS,
            *g.APPEALS,
            *g.INSTEAD,
            "granted for a brother or sister: OTS",
            "granted for a brother or sister: OTS and MUHP",
            "granted in another case: OTS",
            "granted because nobody has authority: VG",
            "secure help",
            "secure help on consent",
            "the child has died",
        ),
        (*_PASSED, *_CORRECTED),
    ),
    (_ways(*g.FIRST, *g.TAKEN_OVER, "unknown child, secure help"), ((), *_ways("the child has died"), *_TIME)),
    # An extension that was asked is still with the judge when the measure is over.
    (
        tuple((who, "granted: a short OTS") for who in _AGES),
        _ways("gi petitions: extension"),
        ((TIME,),),
        (*_FROM_V0, (_BART, *_YES, "help begins")),
    ),
    # The Raad was asked before the child went to live elsewhere.
    (
        tuple((who, *way) for who in _AGES for way in ((_ASKED,), _R2)),
        _ways("granted: VOTS"),
        _ways("granted: a MUHP of its own"),
        (*_PASSED, *_ways("the child goes to live elsewhere")),
        (*_STOPPED, *_ENDED, *_TIME),
    ),
    # The same when nothing was executed, when nobody was heard, with secure help, an appeal, or an extension asked.
    (
        tuple(
            (who, granted)
            for who in _AGES
            for granted in ("granted: OTS", "court: VOTS for longer than the law allows, not heard")
        ),
        (*_PASSED, *_ways("the child goes to live elsewhere", "gi petitions: extension")),
        _ways("granted: a MUHP of its own", "court: MUHP, not heard", "secure help on consent", "suspended"),
        (*_PASSED, *_ways("the child goes to live elsewhere", "gi petitions: extension")),
        (*_PASSED, *_ways("secure help", "secure help on consent", "lifted", "suspended"), *_TIME),
    ),
    # Nobody was heard, whoever the child is and whatever help runs.
    (
        (
            *((who,) for who in (*_AGES, *_NOBODY)),
            *((who, *bart, *_YES, begun) for who in _AGES for bart in ((), (_BART,)) for begun in _BEGUN),
        ),
        _ways(*g.UNHEARD),
        (*_PASSED, *_ways("court: MUHP, not heard", "OM asks")),
    ),
    # Who has authority decides for a youth of 16 that cannot judge.
    (
        (("report: 16, two parents", "the youth cannot judge help"),),
        _ways("anna says yes to help"),
        (*_PASSED, (_BART, "help begins"), (_ASKED,), _R2),
    ),
    # What is suspended may be one of two measures.
    (
        tuple((who, *granted) for who in _AGES for granted in (*_ways(*g.GRANTS[:3]), ("granted: VOTS", _MUHP))),
        _ways(*g.GRANTS[:3]),
        _ways(*s.SUSPENDED),
    ),
    (
        tuple((who, "court: VOTS with a MUHP, not heard") for who in _AGES),
        (*_PASSED, *_ways("the child goes to live elsewhere")),
        (*_PASSED, *_ways("gi petitions: extension", "secure help")),
        (*_PASSED, *_TIME),
    ),
    # A child in guardianship that lives elsewhere goes on with help when it is grown up.
    (
        (*((who, "granted: VG") for who in _AGES), *((who, "granted: VG") for who in _NOBODY)),
        _ways("the child goes to live elsewhere"),
        (*_PASSED, *_ways("the youth says yes for when grown up")),
        ((TIME,), (TIME, TIME), (TIME, TIME, TIME)),
    ),
    # Secure help goes on after the 18th birthday, also when the case is closed (L2).
    (
        (("report: 17, one parent",), ("report: 17, one parent", *_HELP)),
        _ways("secure help on consent, for long"),
        ((TIME,), (TIME, TIME), (TIME, TIME, TIME)),
    ),
    # A decision that gives nothing, about a child that nobody knew; it grows up.
    (
        _ways(*g.NOTHING),
        (*_PASSED, *_ways("the child turns out to live elsewhere"), *_TIME, (TIME, TIME, TIME), (TIME,) * 4),
    ),
    # A death that was recorded by mistake, wherever the child stood.
    (_STANDING, (*_PASSED, *_GRANTS), (("the child has died", "a mistake: the death"),)),
    # What was taken over for later begins, wherever the child stands by then.
    (
        _ways(*g.TAKEN_OVER[-3:]),
        _ways("report, still unknown"),
        (*_FROM_V0, ("opened in error",)),
        ((TIME,),),
    ),
    # With the Raad or a judge beside it: a measure, what ends it, and what takes that back.
    (_ASIDE, _GRANTS, (*_ENDED, *_STOPPED), (*_PASSED, *_BACK)),
    (_KEPT, (*_ways("lifted", "annulled", "suspended"), *_TIME)),
    (
        ((_KNOWN,),),
        (*_GRANTS, *_SHORT),
        _BESIDE,
        (*_ENDED, *_STOPPED, *_TIME),
        (*_PASSED, *_BACK),
    ),
    (
        _ASIDE,
        _ways("refused", "OM takes it back", "a guardianship to a person", "OM asks to end authority"),
        _ways(*s.CORRECTED, "OM takes it back"),
    ),
    # A measure beside or after another one.
    (
        ((_KNOWN,),),
        (*_GRANTS, *_SHORT),
        _ways(*g.GRANTS, "granted in another case: OTS and MUHP", "granted: a MUHP of its own"),
        (*_ENDED, *_STOPPED, *_ways(*s.SUSPENDED), (TIME,)),
        (*_PASSED, *_BACK, (TIME,)),
    ),
    (
        ((_KNOWN,),),
        _GRANTS,
        _ways(*g.APPEALS, *g.INSTEAD, *_REFUSED, "granted on appeal in another case: OTS", "annulled as to the MUHP"),
        (*_PASSED, *_CORRECTED),
    ),
    (
        ((_KNOWN,),),
        _GRANTS,
        _ways(*g.PLANNED),
        _ways("VOTS ended from next week", "lifted from next week", "refused"),
        ((TIME,),),
    ),
    (((_KNOWN,),), _GRANTS, _ways("suspended"), _GRANTS, _BACK),
    (((_KNOWN, "granted: VOTS", "granted: a MUHP of its own"),), _ways(*g.GRANTS, *g.APPEALS), _CORRECTED),
    # A guardianship that ends where nobody has authority, and one after another that was handed back.
    ((("report: 9, nobody in authority",),), _ways("granted: VG", "granted: TV"), _ways("guardianship ended")),
    (
        ((_KNOWN, "granted: VG", "guardianship ended"), (_KNOWN, "granted: TV", "guardianship ended")),
        ((), (TIME,)),
        _GRANTS,
        (*_STOPPED, *_CORRECTED),
        (*_PASSED, *_BACK),
    ),
    # A measure ends or is suspended, the child comes to stand elsewhere, and what was decided is taken back.
    (((_KNOWN,),), _GRANTS, (*_STOPPED, *_ENDED), _FROM_V0, (*_BACK, *_GRANTS)),
    (
        ((_KNOWN, *_HELP), (_KNOWN, _ASKED), (_KNOWN, *_R2), (_KNOWN, "OM asks")),
        _GRANTS,
        _ways("annulled", "lifted"),
        _JOURNEYS,
        _CORRECTED,
    ),
    # Help that goes on by the youth's own consent, also after a measure and after the 18th birthday.
    (
        _GROWING,
        (*_GRANTS, *_SHORT),
        _ways("the youth says yes for later"),
        ((TIME,),),
        (*_ENDED, *_STOPPED, *_TIME),
    ),
    (
        _GROWING,
        _ways("granted: VG", "granted: TV"),
        _ways("guardianship ended in three days", "a guardianship to a person in three days"),
        _ways("the youth says yes for later"),
        ((TIME,), (TIME, TIME)),
    ),
    (((_KNOWN, *_HELP),), _ways(*g.PLANNED), ((TIME,),), _CORRECTED),
    (
        (("report: 17, one parent",), ("report: 17, one parent", _ASKED), ("report: 17, one parent", *_R2), _ADULT_R3),
        (*_PASSED, *_GRANTS, *_ways("granted: a long VOTS")),
        _ways("the youth says yes for when grown up"),
        ((TIME,), (TIME, TIME), (TIME, TIME, TIME)),
    ),
    # Intensive help that loses a consent, and a petition out of it.
    (
        (_OF_TWO,),
        _ways("intensive help begins, led by gi", "intensive help begins, led by local_team"),
        (("authority goes to one parent", "bart stops intensive help", "authority goes to two"),),
    ),
    (
        (
            (_KNOWN, *_MORE, *_YES, "intensive help begins, led by gi"),
            (_KNOWN, *_MORE, *_YES, "intensive help begins, led by local_team"),
        ),
        _ways("a mistake: the newest consent"),
    ),
    (
        (_TOLD,),
        (
            _V2A,
            _V2B,
            ("the burgemeester writes", *_V2A),
            ("the burgemeester writes", *_V2B),
            ("the burgemeester writes", "the Raad starts beside"),
        ),
        _ways("a parent asks", "the Raad asks for the burgemeester"),
    ),
)
"""All courses."""
PARTS: tuple[Course, ...] = tuple(part for course in COURSES for part in parts(course))
"""The same in small parts, to divide over processes."""
