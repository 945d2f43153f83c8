"""What the machine has, and what to do where it lacks something."""

import os
from typing import NoReturn

import pytest


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


def lacking(what: str) -> NoReturn:
    """Skip the running test for want of a tool; where CI promises the tool, fail it instead."""
    if in_ci():
        pytest.fail(f"CI must have it: {what}")
    pytest.skip(f"SKIPPED FOR WANT OF: {what}")
