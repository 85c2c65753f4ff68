"""Password hashing: argon2id, 64 MiB, three passes, one lane.

Django's default takes 100 MiB on eight lanes; a shift start with many sign-ins at once would take a
gigabyte. These figures keep eight parallel sign-ins at half of that (security bar, row B11).
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    time_cost = 3
    memory_cost = 65_536
    parallelism = 1
