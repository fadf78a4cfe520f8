"""The five agents of the chain: each decodes, calls one pure function and encodes."""
