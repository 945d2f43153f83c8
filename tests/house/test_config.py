"""What Streamlit makes of the shipped configuration."""

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from processes import run


@pytest.fixture(scope="module")
def effective(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Every option that differs from Streamlit's default, as its own command prints it."""
    home = {"HOME": str(tmp_path_factory.mktemp("home"))}
    shown = run([Path(sys.executable).with_name("streamlit"), "config", "show"], checkout, home)
    assert shown.returncode == 0, shown.stderr
    assert "not a valid config option" not in shown.stdout + shown.stderr
    start = shown.stdout.index("[global]")
    return tomllib.loads(shown.stdout[start:])


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "maxUploadSize", 20),
        ("server", "enableStaticServing", True),
        ("browser", "gatherUsageStats", False),
        ("client", "showErrorDetails", "none"),
        ("client", "toolbarMode", "minimal"),
        ("runner", "magicEnabled", False),
    ],
)
def test_the_option_is_in_force(effective: dict[str, Any], section: str, option: str, value: object) -> None:
    """The app binds loopback, sends no statistics, takes 20 MB at most and shows no traceback."""
    assert effective[section][option] == value


def test_every_written_option_is_known(effective: dict[str, Any], checkout: Path) -> None:
    """Streamlit reads every section of the file, both themes included, as it is written."""
    written = tomllib.loads((checkout / ".streamlit/config.toml").read_text())
    for section in ("server", "browser", "client", "runner"):
        assert written[section].items() <= effective[section].items()
    for theme in ("light", "dark"):
        assert written["theme"][theme].items() <= effective["theme"][theme].items()
    assert len(effective["theme"]["fontFaces"]) == 4
