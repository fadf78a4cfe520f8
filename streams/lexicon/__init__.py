"""What the rules know, as data: names, verbs, months, boilerplate. Nothing here runs a rule."""
