"""A small country to try the system on: real sentra, made-up partners, made-up people.

Everything about clients goes through the services that people's clicks go through, with dates in the past.
"""
