"""The wheel that is tested is the one that was built from this source."""

from importlib.metadata import version

import lkks


def test_the_compiled_module_the_package_and_the_wheel_agree_on_the_version() -> None:
    assert lkks.version() == lkks.__version__ == version("lkks")
