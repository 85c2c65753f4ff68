"""What a query count in a test holds beside the page's own questions."""

# A savepoint and its release, the scope's opening and its closing; outside of a test's transaction it is one.
SCOPE = 4
