"""What all tests share."""

from collections.abc import Iterator

import pytest
from browser import Page, find_chromium, open_page
from hypothesis import HealthCheck, settings
from missing import missing

# The same examples on every machine, however slow it is, and nothing written to the folder that the tests are run in.
settings.register_profile(
    "everywhere", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("everywhere")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "browser: needs Chromium or Chrome; fails without one where CI=true, else says so"
    )


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    chromium = find_chromium()
    if chromium is None:
        missing("the pages in a browser: no Chromium or Chrome is on PATH; install Debian's «chromium»")
    with open_page(chromium) as page:
        yield page
