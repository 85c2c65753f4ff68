"""What starts, prepares and stops the application on one machine; the application itself imports none of it."""
