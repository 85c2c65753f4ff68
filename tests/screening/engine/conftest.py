"""A slow machine is no fault of the engine: properties run without a deadline."""

from hypothesis import settings


settings.register_profile("atensi", deadline=None)
settings.load_profile("atensi")
