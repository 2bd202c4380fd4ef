"""Words: texts are checked for names of what does not exist, for threats, and for help told as a duty (NX-03)."""
