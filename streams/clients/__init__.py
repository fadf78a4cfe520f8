"""The ends of the stream: reading files into it, following topics, and knowing when all is done."""
