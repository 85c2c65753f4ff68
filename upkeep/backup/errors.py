class NotConfigured(Exception):
    """Nobody has said where to, or for whom."""


class BackupFailed(Exception):
    """No backup was made, or the one that is there cannot be trusted.

    The message is ours and quotes nothing. `words` are those of a program, which may quote a row: for whoever stands at
    the terminal, never for a log, a table or a mail.
    """

    def __init__(self, message: str, words: str = "") -> None:
        super().__init__(message)
        self.words = words
