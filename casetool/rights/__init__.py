"""Sheets of rights and duties: put together for one reader, printed, and measured for plain language."""
