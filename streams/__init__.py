"""Everything of Musnad that runs: the stages, their agents, the reader and the command."""
