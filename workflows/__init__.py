"""Durable time: one workflow per family case.

A workflow file sees ``states`` and the names of activities, never SQL, and never a clock, chance,
a file or the environment other than through Temporal.
"""
