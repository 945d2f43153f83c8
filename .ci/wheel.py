"""Puts the web door, the seeds, the configuration and the fonts inside the package, in the wheel only.

An editable install finds them in the checkout; hatchling's own `force-include` would copy them there as well.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGED = ("app.py", "seeds", ".streamlit", "static")


class PackagedFiles(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"].update({name: f"talentgraph/{name}" for name in PACKAGED})
