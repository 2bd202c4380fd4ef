"""Compares an edition with the tables on paper, cell by cell, from its data alone.

Every difference is a line that names row and cell. Those that are meant stand in ``deviations.csv``
with the decision that explains them: a difference that does not stand there is one, and so is a line
there that no longer differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from states.acts.act import Act
from states.editions.edition import Edition
from states.moves.move import DELETED, Move
from states.people import Role
from states.position import CODES, State
from states.proof import paper
from states.proof.paper import SILENT, Row, listed, table, unnamed
from states.terms.length import Length
from states.terms.rule import TermRule

_LANDINGS = frozenset(s for s in State if s not in (State.NONE, State.GI_LED, State.TEAM_LED))
_LANDINGS_OF_ALL = frozenset({State.ASSESSMENT, State.HELP})
_COMPUTED = frozenset({"landing", "landing18"})
_FLAGS = ("back", "rolls", "through")
_UNITS = {"years": "y", "months": "m", "weeks": "w", "days": "d", "working_days": "wd", "hours": "h"}


def differences(edition: Edition) -> list[str]:
    """What an edition has otherwise than the papers, and what was declared to differ but does not."""
    declared = {row["line"] for row in table("deviations")}
    found = list(dict.fromkeys(compared(edition)))
    return [line for line in found if line not in declared] + [
        f"declared to differ, and does not: {line}" for line in sorted(declared - set(found))
    ]


def compared(edition: Edition) -> Iterator[str]:
    """Every difference with the papers, meant or not."""
    yield from _moves(edition)
    yield from _acts(edition)
    yield from _confers(edition)
    yield from _terms(edition)
    yield from _consent(edition)


def _names(found: Iterable[str]) -> str:
    return " ".join(sorted(found)) or "nothing"


def _differs(what: str, mine: Iterable[str], papers: Iterable[str]) -> Iterator[str]:
    mine, papers = set(mine), set(papers)
    if mine - papers:
        yield f"{what}: too much: {_names(mine - papers)}"
    if papers - mine:
        yield f"{what}: lacks: {_names(papers - mine)}"


def _moves(edition: Edition) -> Iterator[str]:
    rows = {row["id"]: row for row in table("moves")}
    moves = {move.id: move for move in edition.moves}
    yield from _differs("moves", moves, rows)
    yield from (f"{id_}: deleted by the amendments" for id_ in sorted(DELETED.keys() & moves.keys()))
    for id_ in moves.keys() & rows.keys():
        move, row = moves[id_], rows[id_]
        yield from _pairs(move, row)
        yield from _differs(f"{id_} who", (role.value for role in move.who), _roles(row["who"]))
        yield from _carried(move, row)
        if row["notices"] != SILENT:
            yield from _differs(f"{id_} notices", move.notices, row["notices"].split())
        if row["basis"] != SILENT:
            yield from (f"{id_} basis: lacks: {article}" for article in unnamed(row["basis"], move.basis))


def _roles(words: str) -> set[str]:
    known = {row["word"]: row["roles"].split() for row in table("people")}
    return {Role(role).value for word in listed(words) for role in known[word]}


def _pairs(move: Move, row: Row) -> Iterator[str]:
    mine = set(move.pairs())
    wanted: set[tuple[State, State]] = set()
    landing: set[State] = set()
    for sources, targets in zip(row["from"].split("|"), row["to"].split("|"), strict=True):
        words = targets.split()
        fixed = paper.states(" ".join(w for w in words if w not in {*_COMPUTED, "same", "stays"}))
        fixed += (State.HELP, State.CLOSED) if "landing18" in words else ()
        for source in paper.states(sources):
            wanted |= {(source, to) for to in fixed if to is not source or "stays" in words}
            wanted |= {(source, source)} if "same" in words else set()
            landing |= {source} if "landing" in words else set()
    computed = {(s, t) for s, t in mine if s in landing and t in _LANDINGS and t is not s}
    must = {(s, t) for s in landing for t in _LANDINGS_OF_ALL if t is not s}
    what = f"{move.id} from and to"
    yield from _differs(what, map(_pair, mine - computed), map(_pair, wanted - computed))
    yield from (f"{what}: lacks: {_pair(pair)}" for pair in sorted(must - mine))
    whole = set(row["to"].split())
    if whole & _COMPUTED and whole <= _COMPUTED | {"same", "stays"} and not move.lands:
        yield f"{move.id}: does not land"


def _pair(pair: tuple[State, State]) -> str:
    return ">".join(CODES[state] for state in pair)


def _carried(move: Move, row: Row) -> Iterator[str]:
    """The documents and guards: each on paper is carried by names of this row, and no other name stands here."""
    words = {(w["row"], w["word"]): w["carried"] for w in table("words")}
    asked = (*listed(row["starred"]), *listed(row["guards"]))
    mine = {f"field:{need.field}" for need in move.needs} | set(move.guards) | set(move.selects)
    wanted = {name for (of, word), names in words.items() if of == move.id and word == "+" for name in names.split()}
    for word in asked:
        carried = words.get((move.id, word)) or words.get(("*", word))
        if carried is None:
            yield f"{move.id}: nothing carries: {word}"
        elif not carried.startswith("elsewhere:"):
            wanted |= set(carried.split())
    yield from _differs(f"{move.id} documents and guards", mine, wanted)


def _acts(edition: Edition) -> Iterator[str]:
    rows = {row["act"]: row for row in table("acts")}
    acts = {str(number): act for number, act in edition.acts.items()}
    yield from _differs("acts", acts, rows)
    for number in sorted(acts.keys() & rows.keys(), key=int):
        cells, row = acts[number].cells, rows[number]
        for column, cell in row.items():
            if column in {"act", "basis"} or cell == SILENT:
                continue
            mine = cells.get(column)
            if mine is None or mine.value != cell:
                yield f"act {number} in {column}: {mine.value if mine else 'nothing'}, on paper {cell}"
        yield from _remarks(acts[number])
        yield from (f"act {number} basis: lacks: {article}" for article in unnamed(row["basis"], acts[number].basis))


def _remarks(act: Act) -> Iterator[str]:
    """What the matrix says beside its cells: conditions, decisions, powers, and who where it names somebody."""
    rows = [row for row in table("remarks") if row["act"] == str(act.number)]
    wanted = {f"{row['carried']} {_names(row['columns'].split())}" for row in rows if row["columns"]}
    mine = {
        f"{kind}:{name} {_names(columns)}"
        for kind, found in (("when", act.conditions), ("unless", act.exceptions))
        for name, columns in found
    }
    wanted |= {row["carried"] for row in rows if row["carried"] == "power"}
    mine |= {"power"} if act.power else set()
    yield from _differs(f"act {act.number} remarks", mine, wanted)
    told = {kind: names.split() for kind, _, names in (row["carried"].partition(":") for row in rows)}
    yield from _differs(f"act {act.number} decided", act.decided, told.get("decided", ()))
    if "who" in told:
        yield from _differs(f"act {act.number} who", (role.value for role in act.who), told["who"])


def _confers(edition: Edition) -> Iterator[str]:
    rows = {(row["title"], row["act"]): row["article"] for row in table("confers")}
    mine = {
        (title.value, str(act)): article for title, powers in edition.confers.items() for act, article in powers.items()
    }
    yield from _differs("confers", map(":".join, mine), map(":".join, rows))
    for key in sorted(mine.keys() & rows.keys()):
        yield from (f"confers {':'.join(key)}: lacks: {article}" for article in unnamed(rows[key], mine[key]))


def _terms(edition: Edition) -> Iterator[str]:
    rows = {row["term"]: row for row in table("terms")}
    yield from _differs("terms", edition.terms, rows)
    for id_ in sorted(edition.terms.keys() & rows.keys()):
        rule, row = edition.terms[id_], rows[id_]
        if rule.kind.value != row["kind"]:
            yield f"{id_} kind: {rule.kind.value}, on paper {row['kind']}"
        if row["length"] != SILENT:
            yield from _differs(f"{id_} length", _lengths(rule), (part.strip() for part in row["length"].split("/")))
        yield from (f"{id_} source: lacks: {article}" for article in unnamed(row["source"], rule.source))


def _lengths(rule: TermRule) -> set[str]:
    found = [*([rule.length] if rule.length else []), *rule.lengths.values()]
    return {_length(length) for length in found} or {"none"}


def _length(length: Length) -> str:
    counts = [f"{getattr(length, unit)}{short}" for unit, short in _UNITS.items() if getattr(length, unit)]
    return " ".join(["+".join(counts), *(flag for flag in _FLAGS if getattr(length, flag))])


def _consent(edition: Edition) -> Iterator[str]:
    rows = {(row["band"], row["able"] == "yes", row["unborn"] == "yes"): row for row in table("consent")}
    mine = {(rule.band.value, rule.capable, rule.unborn): rule for rule in edition.consent}
    if len(mine) != len(edition.consent):
        yield "consent: two rules for one situation"
    yield from _differs("consent", map(_situation, mine), map(_situation, rows))
    for key in sorted(mine.keys() & rows.keys()):
        what, rule, row = f"consent {_situation(key)}", mine[key], rows[key]
        yield from _differs(what, (who.value for who in rule.who), listed(row["who"]))
        if row["exceptions"] != SILENT:
            mine_of = (departure.value for departure in rule.departures)
            yield from _differs(f"{what} exceptions", mine_of, listed(row["exceptions"]))
        yield from (f"{what} source: lacks: {article}" for article in unnamed(row["source"], rule.source))


def _situation(key: tuple[str, bool, bool]) -> str:
    band, able, unborn = key
    return "unborn" if unborn else f"{band} {'able' if able else 'unable'}"
