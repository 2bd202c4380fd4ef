"""A text as the checker reads it: sentences of plain words, and which words are somebody else's.

Case, accents, hyphens, hidden characters and letters that only look Latin make no difference. A comma,
colon or semicolon is a word of its own, so that a rule can see where a clause begins.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 80
"""Words in one sentence; a longer one is read in pieces that overlap by half."""
_ALIKE = str.maketrans("асеіорухкмтндв", "aceiopyxkmthgb")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ ._*-]){3,}[^\W\d_](?![^\W_])")
_WORD = re.compile(r"[^\W_]+|[,;:()/]|[–—]")
_SHORT = re.compile(
    r"\b(?:bijv|bv|d\.w\.z|dwz|nl|o\.a|m\.b\.t|t/m|evt|mevr|dhr|dr|mr|art|ca|nr|enz|etc|jl|a\.s)\.", re.IGNORECASE
)
_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)]))|(?<=[.!?…])[\"'”’)]+(?=[A-Z])")
_QUOTED = re.compile(
    r"\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|„[^”\n]{1,400}”|«[^»\n]{1,400}»|(?<!\w)['\u2018][^'\u2019\n]{1,400}['\u2019](?!\w)"
)
_GOES_ON = frozenset(
    {"dan", "daarna", "anders", "zo", "dat", "dit", "daarmee", "hierna", "vervolgens", "en", "maar", "want"}
)
_SAYS = re.compile(
    r"\b(?:zei|zeiden|zegt|zeggen|vertel\w*|vroeg(?:en)?|vraagt|schreef|schrijft|las|leest|noem\w*|genoemd|heet\w*|"
    r"riep|roept|antwoord\w*|hoorde\w*|gehoord|citeer\w*|aldus|volgens|gezegd|woord(?:en)?|term(?:en)?|begrip(?:pen)?|"
    r"benaming|etiket|stempel)\b",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\b(?:moeder|vader|ouders?|opa|oma|tante|oom|kind(?:eren)?|dochter|zoon|jongere|zij|hij|ze|mevrouw|meneer|"
    r"woord(?:en)?|term(?:en)?|begrip(?:pen)?|benaming|etiket|stempel|heet\w*|noem\w*|genoemd|u zei|las|leest)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:ik|wij|we|de (?:raad|rechter|kinderrechter|jeugdbeschermer|gezinsvoogd)) (?:zegt|zeggen)\b", re.IGNORECASE
)
COMMA = frozenset({",", ";", ":", "(", ")", "/", "–", "—"})
"""Words that begin another clause."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: as it stands in the text, its words, and whether it is a question."""

    text: str
    words: tuple[str, ...]
    question: bool


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """A text in lower case without accents, hidden characters, or letters that are spaced out."""
    shown = _HIDDEN.sub("", text)
    folded = "".join(c for c in unicodedata.normalize("NFKD", shown) if not unicodedata.combining(c))
    folded = folded.casefold().translate(_ALIKE)
    return _SPACED.sub(lambda found: re.sub(r"[ ._*-]", "", found.group()), folded)


def plain(text: str) -> str:
    """A text as words: lower case, no accents, one space between them."""
    return " ".join(re.findall(r"[^\W_]+", bare(text)))


def sentences(text: str, *, quotes_count: bool = False) -> Iterator[Sentence]:
    """The sentences of a text; one that goes on with the last ("Anders …") is read together with it.

    ``quotes_count``: what stands between quotation marks is read as well; without it, what a parent
    or child said, and a word that is only named, is left out.
    """
    parts = [part for part in _END.split(_SHORT.sub(lambda m: m.group().replace(".", ""), text)) if part.strip()]
    last: tuple[str, tuple[str, ...]] | None = None
    for part in parts:
        words = _words(part if quotes_count else _own(part))
        if not words:
            continue
        whole, together = part.strip(), words
        if last is not None and words[0] in _GOES_ON and len(last[1]) + len(words) < LONGEST:
            whole, together = f"{last[0]} {whole}", (*last[1], ",", *words)
        last = (part.strip(), words)
        for begin in range(0, max(1, len(together) - LONGEST // 2), LONGEST // 2):
            yield Sentence(whole, together[begin : begin + LONGEST], question=part.rstrip(" \"'”’)").endswith("?"))


def _words(text: str) -> tuple[str, ...]:
    found = ("," if word in COMMA else word for word in _WORD.findall(bare(text)))
    return tuple(found)


def _own(part: str) -> str:
    """The sentence without what the family said in it, or a word that it only names."""
    if not _QUOTED.search(part):
        return part
    rest = _QUOTED.sub(" … ", part)
    if _SAYS.search(rest) and _FAMILY.search(rest) and not _OURS.search(rest):
        return rest
    return part
