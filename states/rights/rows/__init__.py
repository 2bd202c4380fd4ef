"""The lines of the sheets, one heading in one module (table 5.2; R-03, R-11, R-14)."""
