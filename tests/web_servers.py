"""Real web servers on loopback, nginx and Apache, that serve one site by the rules that the site brings."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from missing import missing
from patience import PATIENCE
from ports import reserved_port

SYSTEM_FOLDERS = ":/usr/sbin"  # where Debian keeps servers; not on everybody's PATH
NGINX = """
daemon off;
pid {scratch}/nginx.pid;
error_log {scratch}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {scratch}/body;
    proxy_temp_path {scratch}/proxy;
    fastcgi_temp_path {scratch}/fastcgi;
    uwsgi_temp_path {scratch}/uwsgi;
    scgi_temp_path {scratch}/scgi;
    include {site}/server/nginx-maps.conf;
    server {{
        listen 127.0.0.1:{port};
        set $aktorsgraf_root {site};
        include {site}/server/nginx-locations.conf;
    }}
}}
"""
APACHE_MODULES = Path("/usr/lib/apache2/modules")
APACHE = """
ServerRoot {scratch}
ServerName localhost
DefaultRuntimeDir {scratch}
PidFile {scratch}/apache.pid
ErrorLog {scratch}/error.log
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule rewrite_module {modules}/mod_rewrite.so
TypesConfig /dev/null
DocumentRoot {empty}
Alias /aktorsgraf {site}
<Directory {site}>
    AllowOverride FileInfo Indexes
    Require all granted
</Directory>
"""
NOBODY = "User #65534\nGroup #65534\n"  # Apache does not serve as root


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


class Server(NamedTuple):
    """A running server; `ask` follows no redirects, `follow` at most three."""

    port: int

    def ask(self, path: str, accept: str = "*/*", language: str = "sv") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={"Accept": accept, "Accept-Language": language})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def follow(self, path: str, accept: str = "*/*", language: str = "sv") -> Answer:
        answer = self.ask(path, accept, language)
        for _ in range(3):
            if answer.status != 303:
                break
            answer = self.ask(path_of(answer.headers["location"]), accept, language)
        return answer


def path_of(location: str) -> str:
    """Return the path of a Location, which a server may give whole."""
    return "/" + location.partition("//")[2].partition("/")[2] if "//" in location else location


@contextmanager
def serving(name: str, site: Path, scratch: Path) -> Iterator[Server]:
    """Start «nginx» or «apache2» for a site and end it afterwards; without it the test is skipped aloud, and fails where CI=true."""
    program = shutil.which(name, path=f"{os.environ.get('PATH', '')}{SYSTEM_FOLDERS}")
    if program is None:
        missing(f"the site's rules for {name}: it is not on PATH; install Debian's «nginx-light» and «apache2-bin»")
    port = reserved_port()
    configured = _nginx if name == "nginx" else _apache
    with (
        configured(site, scratch, port) as arguments,
        subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process,
    ):
        try:
            _wait(name, port, process)
            yield Server(port)
        finally:
            process.terminate()
            process.wait(PATIENCE)


@contextmanager
def _nginx(site: Path, scratch: Path, port: int) -> Iterator[list[str]]:
    """Write nginx's configuration and yield the arguments that it is started with."""
    configuration = scratch / "nginx.conf"
    configuration.write_text(NGINX.format(scratch=scratch, site=site, port=port), encoding="utf-8")
    directive = "user root;" if os.getuid() == 0 else "worker_processes 1;"
    yield ["-p", str(scratch), "-c", str(configuration), "-e", str(scratch / "error.log"), "-g", directive]


@contextmanager
def _apache(site: Path, scratch: Path, port: int) -> Iterator[list[str]]:
    """Write Apache's configuration and yield the arguments that it is started with.

    Its workers are nobody where root starts it, who may not look into root's temporary folders: the site is copied to where they may.
    """
    with tempfile.TemporaryDirectory(prefix="aktorsgraf-") as folder:
        Path(folder).chmod(0o755)
        copy, empty = Path(shutil.copytree(site, Path(folder) / "site")), Path(folder) / "empty"
        empty.mkdir()
        text = APACHE.format(scratch=scratch, site=copy, empty=empty, port=port, modules=APACHE_MODULES)
        configuration = scratch / "apache.conf"
        configuration.write_text(text + (NOBODY if os.getuid() == 0 else ""), encoding="utf-8")
        yield ["-D", "FOREGROUND", "-f", str(configuration)]


def _wait(name: str, port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise AssertionError(f"{name} ended: {process.stderr.read().decode() if process.stderr else ''}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"{name} did not answer on port {port} within {PATIENCE:.0f} seconds")
