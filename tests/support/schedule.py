"""Which tests may run side by side, where several processes share them."""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

BROWSER = "tests/browser/"


class OneBrowser(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """A file stays together, and all files of the browser do: two browsers would make each other late."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return BROWSER if file.startswith(BROWSER) else file
