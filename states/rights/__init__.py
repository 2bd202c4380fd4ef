"""Rights and duties in words for a family: per situation and reader, with the source of every line.

Our own words, never presented as the text of the law. The lines belong to the edition; what has to be
done and what may be refused is derived from ``may`` on the real case.
"""
