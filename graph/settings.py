"""Every limit of the product: its name, default and help. `TALENTGRAPH_<NAME>` overrides each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import BadQuestion


class Settings(BaseSettings):
    """All settings, read once from the environment. Days, rows and bytes as the help says."""

    model_config = SettingsConfigDict(env_prefix="TALENTGRAPH_", frozen=True)

    store: Path | None = Field(
        default=None, description="File of the ledger; unset: the platform's data folder."
    )

    gap_max_days: int = Field(
        default=180, ge=0, description="Longest gap in days between two stints that still makes a move."
    )
    gap_min_days: int = Field(
        default=-31, le=0, description="Longest overlap in days, as a negative gap, that still makes a move."
    )
    transfer_days: int = Field(
        default=31,
        ge=0,
        description="Days within which a change of lab inside one company is a transfer (rebuilds the rows).",
    )

    query_seconds: float = Field(
        default=10.0, gt=0, description="Seconds one query may take before it answers with what it has."
    )
    query_rows: int = Field(default=10_000, ge=1, description="Rows one answer may hold.")
    candidates: int = Field(default=200, ge=1, description="Names a search considers before ranking.")
    search_score: float = Field(
        default=67.0, ge=0, le=100, description="Least likeness of a name that a search shows, 0 to 100."
    )
    search_results: int = Field(default=20, ge=1, description="Names a search shows.")
    name_likeness: float = Field(
        default=90.0,
        ge=0,
        le=100,
        description="Least likeness of two names that makes a candidate for being the same, 0 to 100.",
    )
    name_pairs: int = Field(
        default=1_000_000,
        ge=1,
        description="Pairs of names that the search for candidates compares.",
    )
    neighbours: int = Field(default=30, ge=1, description="Neighbours one step shows of one entity.")
    paths_max: int = Field(default=50, ge=1, description="Most paths that may be asked for.")
    paths: int = Field(default=5, ge=1, description="Paths one answer holds unless asked otherwise.")
    hops: int = Field(default=6, ge=1, description="Hops of a path at most, unless asked otherwise.")
    hub_edges: int = Field(
        default=5_000, ge=1, description="Inner entities with more edges are passed over in paths."
    )
    percent_cases: int = Field(
        default=10,
        ge=1,
        description="Fewest cases of which an answer gives a percentage; below, counts only.",
    )
    confidence: float = Field(default=0.95, gt=0, lt=1, description="Confidence of the intervals given.")
    horizon_days: int = Field(
        default=730, ge=1, description="Days after which retention asks who stayed, unless asked otherwise."
    )
    top_names: int = Field(
        default=5, ge=1, description="Origins, destinations and schools that a comparison names of each side."
    )
    matrix_names: int = Field(
        default=12, ge=2, description="Organisations a matrix of flows names; all others share one row."
    )
    kept_scopes: int = Field(
        default=8, ge=1, description="Scopes of one ledger version that are kept ready for the next question."
    )
    picture_nodes: int = Field(default=300, ge=2, description="Entities one picture draws.")
    first_nodes: int = Field(
        default=90, ge=2, description="Entities the app draws before anything is opened."
    )
    link_characters: int = Field(
        default=2_000, ge=100, description="Longest link that Share gives; beyond it, a view file."
    )
    picture_edges: int = Field(default=3_000, ge=1, description="Edges one picture draws.")
    table_rows: int = Field(default=500, ge=1, description="Rows one table of the app shows.")
    panel_claims: int = Field(default=60, ge=1, description="Claims the app shows of one name or one number.")
    neighbourhood_radius: int = Field(
        default=3, ge=1, description="Largest radius of a neighbourhood, in hops."
    )

    liftout_people: int = Field(default=3, ge=2, description="People that make a lift-out, at least.")
    liftout_days: int = Field(default=60, ge=0, description="Days within which the moves of a lift-out lie.")
    liftout_shuffles: int = Field(
        default=999, ge=1, description="Shuffles with which a lift-out is compared."
    )
    liftout_seed: int = Field(default=1, description="Seed of these shuffles.")
    liftout_level: float = Field(
        default=0.05, gt=0, lt=1, description="Largest adjusted p with which a lift-out stands out."
    )
    along_days: int = Field(
        default=180, ge=0, description="Days after somebody's move within which others moved along."
    )

    file_bytes: int = Field(default=50_000_000, ge=1, description="Largest file a loader reads, in bytes.")
    upload_bytes: int = Field(default=20_000_000, ge=1, description="Largest upload the app takes, in bytes.")
    cell_bytes: int = Field(default=20_000, ge=1, description="Longest cell of a table, in bytes.")
    nesting: int = Field(default=12, ge=2, description="Deepest nesting in a YAML or JSON file.")
    yaml_bytes: int = Field(default=200_000, ge=1, description="Largest dataset.yml, in bytes.")
    line_bytes: int = Field(default=1_000_000, ge=1, description="Longest line of a dump, in bytes.")
    zip_ratio: int = Field(default=100, ge=1, description="How many times larger a zip may unpack.")
    lock_seconds: float = Field(
        default=5.0, gt=0, description="Seconds to wait for another writer before giving up."
    )

    @field_validator("paths")
    @classmethod
    def _no_more_than_may_be_asked_for(cls, paths: int, info: ValidationInfo) -> int:
        most = info.data.get("paths_max", paths)
        if paths > most:
            raise ValueError(f"Input should be at most {most}, as TALENTGRAPH_PATHS_MAX has it")
        return paths


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process. Raises BadQuestion that names the variable with a wrong value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"TALENTGRAPH_{str(first['loc'][0]).upper()}"
        raise BadQuestion(
            f"{first['msg'].removeprefix('Value error, ')}, not {first['input']!r}.",
            place=name,
            hint="Mend or unset it.",
        ) from error
