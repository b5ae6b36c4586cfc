"""`python -m firstwin`: the command line."""

from firstwin.cli import main

main()
