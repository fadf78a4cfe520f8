"""Where the tests have Apache Kafka from: a folder that exists, or Maven.

With `KAFKA_HOME` set, the jars are those of that installation. Otherwise Maven fetches what `pom.xml` names into a
folder of the user's cache, once for each content of that file; test processes that start at once wait for the first.
"""

import fcntl
import os
import re
import shutil
import subprocess
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

_POM = Path(__file__).with_name("pom.xml")
_JAVA = 17
_FETCHING = 280


class NoKafkaError(Exception):
    """Apache Kafka cannot be run here; says why, and what would help."""


@cache
def java() -> str:
    """Return the path of Java.

    Raises:
        NoKafkaError: There is none, or it is too old for Kafka 4.
    """
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin" if home else None)
    if found is None:
        raise NoKafkaError(f"there is no Java in {home or 'PATH'}; Kafka 4 needs {_JAVA} or later")
    told = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < _JAVA:
        raise NoKafkaError(f"{found} is no Java {_JAVA} or later: {told.strip()[:200]}")
    return found


@cache
def jars() -> Path:
    """Return the folder of Kafka's jars.

    Raises:
        NoKafkaError: There are none, and Maven does not get them.
    """
    home = os.environ.get("KAFKA_HOME")
    if home:
        folder = Path(home) / "libs"
        if not any(folder.glob("kafka_*.jar")):
            raise NoKafkaError(f"KAFKA_HOME is set to {home}, where no libs/kafka_*.jar is")
        return folder
    return _fetched()


def _fetched() -> Path:
    cached = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "musnad"
    folder = cached / f"kafka-{sha256(_POM.read_bytes()).hexdigest()[:12]}"
    cached.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():  # its name is given when it is whole
            unborn = Path(mkdtemp(dir=cached))
            try:
                _fetch(unborn)
                unborn.rename(folder)
            finally:
                shutil.rmtree(unborn, ignore_errors=True)
    return folder


def _fetch(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise NoKafkaError("there is neither a Kafka in KAFKA_HOME nor Maven (mvn) to fetch one")
    command = [maven, "-q", "-B", "-f", str(_POM), "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_FETCHING)
    except subprocess.TimeoutExpired:
        raise NoKafkaError(f"Maven did not fetch Kafka's jars within {_FETCHING} s") from None
    if done.returncode or not any(folder.glob("kafka_*.jar")):
        words = next((line for line in done.stdout.splitlines() if "ERROR" in line), done.stderr.strip())
        raise NoKafkaError(f"Maven does not fetch Kafka's jars: {words[:300]}")
