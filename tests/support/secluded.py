"""Run as a program in a network namespace of its own: PORT LOG CHROMIUM COMMAND...

Cuts the network off, starts the app, visits every page in Chromium, and prints how much each says: the number
of its texts and its address, a line each. A page that does not draw ends it.
"""

import sys
from pathlib import Path

from alone import cut_off
from browser import ARGUMENTS
from playwright.sync_api import sync_playwright
from processes import healthy, started
from said import said
from tour import LAST, open_stop


def main() -> None:
    port, log, chromium, command = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4:]
    cut_off()
    with started(command, Path.cwd(), log) as server, sync_playwright() as playwright:
        healthy(server, port, log)
        page = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS).new_page()
        for stop in LAST:
            texts = said(open_stop(page, f"http://127.0.0.1:{port}", stop))
            print(len(texts), stop, flush=True)


if __name__ == "__main__":
    main()
