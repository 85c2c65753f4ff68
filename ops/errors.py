class CannotStart(SystemExit):
    """One clear sentence for the person at the terminal: Python prints it on stderr and exits with 1."""
