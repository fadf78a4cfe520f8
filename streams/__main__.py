"""`python -m streams` is `musnad`."""

from streams.cli import main

main()
