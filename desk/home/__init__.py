"""The home page of each role: what needs doing first."""
