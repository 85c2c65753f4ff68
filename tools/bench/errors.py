class CannotMeasure(Exception):
    """The system answered otherwise than it should: figures would mean nothing."""
