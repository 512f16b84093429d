__all__ = ["version"]

def version() -> str:
    """The version of the library, the same in all its languages."""
