"""`python -m generator`: the command, where its folder of scripts is not on the path."""

from __future__ import annotations

from generator.cli import main

if __name__ == "__main__":
    main()
