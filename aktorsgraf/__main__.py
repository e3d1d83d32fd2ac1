"""`python -m aktorsgraf`."""

from aktorsgraf.cli import main

main()
