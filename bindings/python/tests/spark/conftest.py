"""A real cluster: two executors, each a Java process with Python processes of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pyspark
import pytest
from pyspark import cloudpickle
from pyspark.sql import SparkSession

from . import workers
from .java import java_home


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """A session on the cluster, which lives as long as the tests."""
    with pytest.MonkeyPatch.context() as patch:
        # Only for the start: the processes keep what they were started with.
        patch.setenv("JAVA_HOME", str(java_home(tmp_path_factory.mktemp("java"))))
        patch.setenv("SPARK_HOME", str(spark_home(tmp_path_factory.mktemp("spark"))))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .appName("lkks")
            .config("spark.driver.memory", "1g")
            .config("spark.executor.memory", "1g")
            .config("spark.log.level", "ERROR")
            # Not before both executors are there, however long they take on a busy machine.
            .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
            .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "300s")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .getOrCreate()
        )
        # By its name, a worker could not find the module.
        cloudpickle.register_pickle_by_value(workers)  # type: ignore[no-untyped-call]
        yield session
        session.stop()


def spark_home(folder: Path) -> Path:
    """A folder with what Spark runs, in which it can leave the logs of its workers."""
    for part in ("bin", "jars"):
        (folder / part).symlink_to(Path(pyspark.__file__).parent / part)
    return folder
