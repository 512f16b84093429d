"""Registers of Indonesian social welfare coordinating bodies (LKKS), assessed on any date."""

from ._lkks import version

__all__ = ["__version__", "version"]

__version__: str = version()
