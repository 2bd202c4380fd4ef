"""The law as pages for lawyers, professionals and families: ``docs/recht``, in Dutch, made from an edition.

Nothing here is written by hand twice: a page holds the rows of the edition, and ``law pages --check`` says
when a page is not what the edition gives.
"""
