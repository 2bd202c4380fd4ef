"""The rules about words of the shipped edition: names, threats and duties, with the lists they use."""

from __future__ import annotations

from states.wording.duties import DUTIES
from states.wording.lexicon import LEXICON
from states.wording.names import NAMES
from states.wording.rule import Words
from states.wording.threats import THREATS

WORDS = Words(rules=(*NAMES, *THREATS, *DUTIES), lexicon=LEXICON)
"""Every rule, and every list."""
