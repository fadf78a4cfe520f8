"""The number of the rule set.

It stands in every `Rank`: what a newer rule set reads from a version of an article replaces what an older one read.
Whenever a rule or a lexicon changes, the number goes up by one.
"""

RULES = 1
