"""Texts that cannot be checked: nothing is skipped in silence, the checker says so."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 20_000
"""Characters; a field of a command holds no more either."""
ENOUGH = 12
"""Words from which a language can be told; a shorter text is checked as Dutch."""
_DUTCH = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "van",
        "in",
        "is",
        "op",
        "te",
        "dat",
        "die",
        "met",
        "voor",
        "zijn",
        "niet",
        "er",
        "aan",
        "ook",
        "om",
        "als",
        "dan",
        "bij",
        "maar",
        "naar",
        "of",
        "uit",
        "wij",
        "u",
        "ik",
        "hij",
        "zij",
        "ze",
        "hun",
        "haar",
        "over",
        "door",
        "kan",
        "heeft",
        "hebben",
        "wordt",
        "worden",
        "was",
        "geen",
        "nog",
        "wel",
        "uw",
        "deze",
        "dit",
        "tot",
        "na",
        "wat",
        "zo",
        "moet",
        "mag",
        "kunt",
        "onze",
        "ons",
        "al",
        "meer",
        "zich",
        "waar",
        "hoe",
    ]
)
_FEW = 0.08
"""The smallest share of ordinary Dutch words in a Dutch text."""


def unreadable(text: str) -> str | None:
    """Why a text cannot be checked, in one Dutch sentence; ``None`` when it can."""
    if len(text) > LONGEST:
        return f"Deze tekst is te lang om na te kijken ({len(text)} tekens, hooguit {LONGEST}); knip hem in delen."
    odd = sum(
        1
        for c in text
        if (unicodedata.category(c) in {"Cc", "Cs", "Co", "Cn"} and c not in "\n\r\t\f") or c == "\ufffd"
    )
    if odd > len(text) // 100 or "\x00" in text:
        return "Dit is geen gewone tekst (het lijkt een bestand), dus is het niet na te kijken op woorden."
    words = re.findall(r"[^\W\d_]+", text.casefold())
    if len(words) < ENOUGH:
        return None
    if sum(1 for word in words if word in _DUTCH) < _FEW * len(words):
        return "Deze tekst lijkt niet in het Nederlands te zijn, dus is hij niet na te kijken op woorden."
    return None
