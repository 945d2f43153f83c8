"""Settings: every limit has a default and a help, and an override that is checked."""

from collections.abc import Iterator

import pytest

from graph.errors import BadQuestion
from graph.settings import Settings, settings


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_every_limit_is_explained() -> None:
    """Each setting has a default and a sentence of help."""
    for name, field in Settings.model_fields.items():
        assert not field.is_required(), name
        assert (field.description or "").endswith((".", ").")), name


def test_override(monkeypatch: pytest.MonkeyPatch) -> None:
    """TALENTGRAPH_HOPS sets the setting hops."""
    assert settings().hops == 6
    settings.cache_clear()
    monkeypatch.setenv("TALENTGRAPH_HOPS", "4")
    assert settings().hops == 4


@pytest.mark.parametrize("value", ["many", "0", ""])
def test_a_wrong_value_is_named(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that is no number, or below the least, is refused under the name of its variable."""
    monkeypatch.setenv("TALENTGRAPH_HOPS", value)
    with pytest.raises(BadQuestion) as caught:
        settings()
    assert caught.value.place == "TALENTGRAPH_HOPS"


def test_more_paths_than_may_be_asked_for_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paths of an answer have one ceiling, the setting paths_max, and may reach it."""
    monkeypatch.setenv("TALENTGRAPH_PATHS_MAX", "80")
    monkeypatch.setenv("TALENTGRAPH_PATHS", "80")
    assert settings().paths == 80
    settings.cache_clear()
    monkeypatch.setenv("TALENTGRAPH_PATHS", "81")
    with pytest.raises(BadQuestion, match="at most 80, as TALENTGRAPH_PATHS_MAX has it") as caught:
        settings()
    assert caught.value.place == "TALENTGRAPH_PATHS"
