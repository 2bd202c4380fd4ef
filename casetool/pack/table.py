"""Every requirement of the pack, in the order of their numbers."""

from __future__ import annotations

from casetool.pack.boundary import BOUNDARY
from casetool.pack.changing import CHANGING
from casetool.pack.voluntary import VOLUNTARY
from casetool.pack.working import WORKING

REQUIREMENTS = (*BOUNDARY, *VOLUNTARY, *WORKING, *CHANGING)
"""R-01 to R-68."""
