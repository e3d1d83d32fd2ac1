"""A connection to a graph server, with what can go wrong told in one line."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar
from urllib.parse import urlsplit

from graph.errors import ServerError
from graph.extras import how_to_install

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Result

SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
OLDEST: Final = 5
RETRY_SECONDS: Final = 120.0  # a server that is started anew in the middle is waited for
_CONNECT_SECONDS: Final = 15.0
_AGENT: Final = re.compile(r"Neo4j/(\d+)\.(\S*)")
_GRACE_SECONDS: Final = 2.0
Done = TypeVar("Done")


class Access(NamedTuple):
    """Where a server is and who asks. `database` is the server's own choice where it is None.

    `named` is what its errors call it, in place of its address.
    """

    uri: str
    user: str
    password: str
    database: str | None = None
    named: str | None = None


class Rows(NamedTuple):
    """The answer to a query: its columns, the rows as the driver gives them, and whether there are more than were asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class GraphServer:
    """An open connection; make it with `connect`. `abort` ends a server of our own that does not answer in time."""

    access: Access
    driver: Driver
    abort: Callable[[], None] | None = None

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Answer a query of ours, again where the server asks for it or was away. Raises ServerError."""
        from neo4j import READ_ACCESS  # noqa: PLC0415 - an extra: commands that need no server start without it

        def answer(transaction: ManagedTransaction) -> Rows:
            return _rows(transaction.run(cypher, dict(parameters or {})), None)

        with (
            told(self.access),
            self.driver.session(database=self.access.database, default_access_mode=READ_ACCESS) as session,
        ):
            return session.execute_read(answer)

    def ask(self, cypher: str, parameters: Mapping[str, Any], *, seconds: float, limit: int) -> Rows:
        """Answer a query of somebody's, once, within so many seconds and rows, in a transaction that is taken back at its end.

        Raises ServerError, also for what the server refuses.
        """
        from neo4j import READ_ACCESS  # noqa: PLC0415 - as above

        with (
            _within(seconds, self.access, self.abort),
            told(self.access),
            self.driver.session(database=self.access.database, default_access_mode=READ_ACCESS) as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            rows = _rows(transaction.run(cypher, dict(parameters)), limit)
            transaction.rollback()
            return rows

    def write(self, work: Callable[[Run], Done]) -> Done:
        """Do work in one transaction, again from its beginning where the server asks for it or was away. Raises ServerError."""
        with told(self.access), self.driver.session(database=self.access.database) as session:
            return session.execute_write(lambda transaction: work(_runner(transaction)))


def _rows(result: Result, limit: int | None) -> Rows:
    found = tuple(tuple(record.values()) for record in islice(result, None if limit is None else limit + 1))
    return Rows(tuple(result.keys()), found[:limit], more=limit is not None and len(found) > limit)


@contextmanager
def _within(seconds: float, access: Access, abort: Callable[[], None] | None) -> Iterator[None]:
    """Tell that the time is over, and end a server that does not keep to it where `abort` can."""
    over = threading.Event()

    def end() -> None:
        over.set()
        if abort is not None:
            abort()

    watch = threading.Timer(seconds + _GRACE_SECONDS, end)
    watch.daemon = True
    watch.start()
    try:
        yield
    except ServerError as error:
        if over.is_set() or "TransactionTimedOut" in error.code:
            raise ServerError(
                f"{access.named or access.uri}: no answer within {seconds:g} seconds; ask for less, or give it more time"
            ) from error
        raise
    finally:
        watch.cancel()


Run = Callable[..., Sequence[tuple[Any, ...]]]


def _runner(transaction: ManagedTransaction) -> Run:
    def run(cypher: str, **parameters: Any) -> Sequence[tuple[Any, ...]]:
        result = transaction.run(cypher, parameters)
        return [tuple(record.values()) for record in result]

    return run


@contextmanager
def connect(
    access: Access, *, retry_seconds: float = RETRY_SECONDS, abort: Callable[[], None] | None = None
) -> Iterator[GraphServer]:
    """Connect to a server and make sure that it answers, knows the user and is not too old. Raises ServerError."""
    scheme = urlsplit(access.uri).scheme
    if scheme not in SCHEMES:
        raise ServerError(
            f"{access.uri}: no such kind of address; expected {', '.join(f'{one}://' for one in SCHEMES)}"
        )
    try:
        from neo4j import GraphDatabase  # noqa: PLC0415 - an extra, see above
    except ImportError as error:
        raise ServerError(
            f"graph servers need the package neo4j; install it with: {how_to_install('neo4j')}"
        ) from error
    logging.getLogger("neo4j").addHandler(
        logging.NullHandler()
    )  # what it would print of lost connections is told as errors
    with told(access):
        driver = GraphDatabase.driver(
            access.uri,
            auth=(access.user, access.password),
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_CONNECT_SECONDS,
            max_transaction_retry_time=retry_seconds,
        )
        try:
            _check_age(access, driver.get_server_info().agent)
            yield GraphServer(access, driver, abort)
        finally:
            driver.close()


def _check_age(access: Access, agent: str) -> None:
    found = _AGENT.match(agent)
    if found and int(found.group(1)) < OLDEST:
        raise ServerError(
            f"{access.uri}: Neo4j {found.group(1)}.{found.group(2)} is too old; expected {OLDEST}.0 or newer"
        )


@contextmanager
def told(access: Access) -> Iterator[None]:
    """Tell what the driver raises as a ServerError of one line."""
    from neo4j import exceptions as problems  # noqa: PLC0415 - an extra, see above

    where = f"{access.named or access.uri}: "
    try:
        yield
    except problems.AuthError as error:
        raise ServerError(f"{where}refuses user {access.user!r} with this password; check both") from error
    except problems.UnsupportedServerProduct as error:
        raise ServerError(f"{where}no Neo4j of version {OLDEST} or newer ({_brief(error)})") from error
    except (problems.ServiceUnavailable, problems.SessionExpired, OSError) as error:
        reason = _reason(error)
        raise ServerError(f"{where}no server answers ({reason}); check the address, and that it is started") from error
    except (problems.ConfigurationError, ValueError) as error:
        raise ServerError(f"{where}cannot be connected to ({_brief(error)}); check the address") from error
    except problems.Neo4jError as error:
        raise ServerError(f"{where}{_brief(error.message or error)} ({error.code})", error.code or "") from error
    except problems.DriverError as error:
        raise ServerError(f"{where}{_brief(error)}") from error


def _reason(error: BaseException) -> str:
    """Return what lies at the bottom of an error of the network."""
    while error.__cause__ is not None:
        error = error.__cause__
    return _brief(getattr(error, "strerror", None) or error)


def _brief(message: object) -> str:
    line = " ".join(str(message).split())
    return line if len(line) <= 200 else f"{line[:199]}…"
