"""The pack "scherpe grens": what the letter of 23 March 2020 asks, who asks it, and what here answers to it.

Three things are kept apart: what the Raden advised (they have no part in a case), what the ministers
wrote and promised, and what they did not promise. Of each requirement it names the rules, code and tests
that hold it, and what is still lacking.
"""
