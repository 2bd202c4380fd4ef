"""Consent: who must give it, who did, when it may be departed from, and how long it counts."""
