"""Errors that a person can act on."""


class DomainError(Exception):
    """The request is well formed, but the state of things forbids it.

    `message` is a sentence for the person, `field` the form field it concerns (None: the whole form),
    `code` a stable word for tests and the API.
    """

    def __init__(self, message: str, *, code: str = "refused", field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field
