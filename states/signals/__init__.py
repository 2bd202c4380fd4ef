"""Signals: what somebody has to look at now. None of them blocks anything (00-B)."""
