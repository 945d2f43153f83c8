"""Small random ledgers as lines for `making`, dense enough that most questions find something."""

import random

PEOPLE = [f"person:p{n}" for n in range(8)]
ORGS = [f"org:o{n}" for n in range(5)]


def random_lines(chance: random.Random, claims: int = 40) -> str:
    """Stints, foundings, boards, offers, stakes and deals of 2015 to 2025."""
    return "\n".join(dict.fromkeys(_line(chance) for _ in range(claims)))


def _line(chance: random.Random) -> str:
    person, org, other = chance.choice(PEOPLE), chance.choice(ORGS), chance.choice(ORGS)
    start = chance.randint(2015, 2024)
    end = chance.choice([str(chance.randint(start, 2025)), "..", ""])
    status = chance.choice(["", "", "", " status=confirmed", " status=rumoured", " status=denied"])
    year = chance.randint(2022, 2026)
    source = f"@s{year}:{year}-01-01"
    line = chance.choice(
        [
            f"{person} works_at {org} {start}/{end}",
            f"{person} works_at {org} {start}/{end}",
            f"{person} works_at {org} {start}",
            f"{person} founded {org} {start}",
            f"{person} board_of {org} {start}/{end}",
            f"{org} offered {person} {start} outcome=declined",
            f"{person} reports_to person:boss {start}/{end}",
            f"{org} party_to deal:d{chance.randint(0, 1)} role=investor",
            f"{org} holds_stake_in {other} {start}" if org != other else f"{person} advises {org} {start}",
        ]
    )
    return f"{line}{status} {source}"
