"""Which articles print the same text, whatever the order they are read in.

Wire copies spread one report over many outlets, and who counts witnesses must count it once. Two articles are related
if they share enough of their four-word shingles, were published within a fortnight, and are no twins: reports from one
template that differ in a number or a name (`twins`). The original of an article is the earliest among itself and the
articles it is related to.

- `sketch`: MinHash bands, which bring articles together that may be related.
- `rows`: what the three tables hold.
- `relation`: whether two articles are related; a function of the two alone.
- `twins`, `differences`, `slots`: telling a template filled anew from a text edited.
- `lineages`: the fold over the tables.
"""

from streams.deduplicate.lineages import Lineages

__all__ = ["Lineages"]
