#!/usr/bin/env python
"""Django's command line for ATENSI, on the embedded servers unless real ones are named."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atensi.settings.dev")
    from ops import embedded

    embedded.ensure()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
