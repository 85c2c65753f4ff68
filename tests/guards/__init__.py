"""Whole classes of bug, closed once for every test (house rule 11). One guard, one file."""
