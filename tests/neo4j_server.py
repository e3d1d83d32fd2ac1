"""Real Neo4j community servers on loopback, with authentication on, from jars that AKTORSGRAF_NEO4J_LIB names (.ci/neo4j)."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import pytest
from missing import missing
from patience import PATIENCE
from ports import reserved_port

from graph.bolt import Access

LIBRARY = "AKTORSGRAF_NEO4J_LIB"
PASSWORD = "made-up-for-tests"  # noqa: S105 - of a server that lives as long as a test, on loopback
CONFIGURATION = """
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
"""
TLS = """
server.bolt.tls_level=OPTIONAL
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory=certificates
dbms.ssl.policy.bolt.private_key=private.key
dbms.ssl.policy.bolt.public_certificate=public.crt
dbms.ssl.policy.bolt.client_auth=NONE
"""


class Neo4jServer:
    """A server with its own folder, which survives a restart."""

    def __init__(self, home: Path, library: Path, *, password: str = PASSWORD, tls: bool = False) -> None:
        self.home = home
        self.library = library
        self.password = password
        self.port = reserved_port()
        (home / "conf").mkdir(parents=True)
        if tls:
            self._certify(home / "certificates")
        text = CONFIGURATION.format(port=self.port) + (TLS if tls else "")
        (home / "conf/neo4j.conf").write_text(text, encoding="utf-8")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def access(self) -> Access:
        return Access(f"bolt://127.0.0.1:{self.port}", "neo4j", self.password)

    def start(self) -> None:
        options = ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        with (self.home / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                ["java", *options, "-cp", f"{self.library}/*", "org.neo4j.server.CommunityEntryPoint",
                 f"--home-dir={self.home}", f"--config-dir={self.home}/conf"],
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._wait()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def restart(self) -> None:
        self.stop()
        self.start()

    def run(self, cypher: str, **parameters: object) -> list[tuple[object, ...]]:
        with neo4j.GraphDatabase.driver(self.access.uri, auth=("neo4j", self.password)) as driver:
            found = driver.execute_query(cypher, parameters)  # type: ignore[arg-type]
            return [tuple(record.values()) for record in found.records]

    def empty(self) -> None:
        self.run("MATCH (n) DETACH DELETE n")

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:
                break
            with contextlib.suppress(neo4j.exceptions.ServiceUnavailable, OSError):
                self._log_in()
                return
            time.sleep(0.25)
        pytest.fail(f"Neo4j does not start: {(self.home / 'console.log').read_text(encoding='utf-8')[-2000:]}")

    def _log_in(self) -> None:
        try:
            with neo4j.GraphDatabase.driver(self.access.uri, auth=("neo4j", self.password)) as driver:
                driver.verify_connectivity()
        except neo4j.exceptions.AuthError:
            with (
                neo4j.GraphDatabase.driver(self.access.uri, auth=("neo4j", "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=self.password).consume()

    @staticmethod
    def _certify(folder: Path) -> None:
        folder.mkdir()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
             "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "private.key", "-out", folder / "public.crt"],
            check=True, capture_output=True,
        )  # fmt: skip


@contextmanager
def neo4j_server(home: Path, *, password: str = PASSWORD, tls: bool = False) -> Iterator[Neo4jServer]:
    """Run a server until the block ends; skip aloud, or fail in CI, where it cannot be."""
    library = os.environ.get(LIBRARY)
    if not library:
        missing(f"a real Neo4j: {LIBRARY} names no folder; fetch one with .ci/neo4j FOLDER")
    if shutil.which("java") is None:
        missing("a real Neo4j: there is no java")
    server = Neo4jServer(home, Path(str(library)), password=password, tls=tls and shutil.which("openssl") is not None)
    try:
        server.start()
        yield server
    finally:
        server.stop()
