"""What all tests share."""

import os
from collections.abc import Iterator

import pytest
from browser import Page, find_chromium, open_page
from hypothesis import HealthCheck, settings

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
        message = "no Chromium or Chrome on PATH: the pages were not tried in a browser; install Debian's «chromium»"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with open_page(chromium) as page:
        yield page
