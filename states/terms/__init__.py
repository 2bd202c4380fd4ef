"""Terms (termijnen): legal time, the table of T01 to T47, and what opens, moves and meets each."""
