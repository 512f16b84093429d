"""Tests on a real cluster of Apache Spark; a package, so that its `conftest` has its own name."""
