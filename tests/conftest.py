"""What every test may ask for: the depth of the run, its seed, the checkout, and a real Chromium."""

import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from machine import lacking
from schedule import OneBrowser
from workshop import furnished
from xdist.remote import Producer

DEPTH = os.environ.get("TALENTGRAPH_TEST_DEPTH", "quick")
EXAMPLES = {"quick": 50, "full": 500}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if DEPTH not in EXAMPLES:
        raise pytest.UsageError(f"TALENTGRAPH_TEST_DEPTH is {DEPTH!r}; say one of {', '.join(EXAMPLES)}")
    for name, examples in EXAMPLES.items():
        # the machine may be busy, and time is measured in bench/, not here
        settings.register_profile(
            name, max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        )
    settings.load_profile(DEPTH)
    for measure in ("COLUMNS", "LINES"):  # of a terminal: each process of several is told one
        os.environ.pop(measure, None)
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowser:
    return OneBrowser(config, log)


def pytest_report_header(config: pytest.Config) -> str:
    seed = config.option.hypothesis_seed
    return f"depth: {DEPTH} ({EXAMPLES[DEPTH]} examples a property); repeat with --hypothesis-seed={seed}"


@pytest.fixture(scope="session")
def seed(pytestconfig: pytest.Config) -> int:
    """The seed of this run, as printed in its header, for random ledgers made without hypothesis."""
    return int(pytestconfig.option.hypothesis_seed)


@pytest.fixture(scope="session")
def depth() -> str:
    """`quick` or `full`."""
    return DEPTH


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds `pyproject.toml`."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a real browser; `TALENTGRAPH_CHROMIUM` names another than those on PATH."""
    named = os.environ.get("TALENTGRAPH_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        lacking(f"a browser on PATH ({', '.join(BROWSERS)}), or TALENTGRAPH_CHROMIUM")
    return str(found)


@pytest.fixture(scope="session")
def workshop(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources of the components with the npm packages of their lock."""
    return furnished(checkout, tmp_path_factory.mktemp("workshop"))
