#!/bin/sh
# sh bootstrap.sh WHAT [options]: install what is needed into .venv, once, then do WHAT.
#   app        build the ledger if it is empty, open the app (PORT= chooses another port)
#   test       every test; what this machine cannot run is skipped, and named at the end
#   test-full  the same, ten times as deep
#   lint       format, lint, types, import rules
#   check      lint, then test
#   bench      ledgers of 1,000 and 10,000 people: what each question takes, beside networkx; a click
#   build      the wheel, in dist/
#   install    nothing more
# Needs a Python >= 3.11 and, the first time, a network. Never asks for root.
set -eu

cd "$(dirname "$0")"
ROOT=$(pwd -P)
BIN=$ROOT/.venv/bin

stop() {
    printf 'bootstrap: %s\n' "$@" >&2
    exit 1
}

answers() { "$@" >/dev/null 2>&1; }

find_python() {
    for name in python3 python python3.14 python3.13 python3.12 python3.11; do
        if answers "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            "$name" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    if uv=$(find_uv); then
        "$uv" python find --no-python-downloads '>=3.11' 2>/dev/null || true
    fi
}

find_uv() {
    for uv in "$(command -v uv || true)" "${HOME:-}/.local/bin/uv" "$ROOT/.tools/bin/uv"; do
        if [ -n "$uv" ] && answers "$uv" --version; then
            printf '%s\n' "$uv"
            return
        fi
    done
    return 1
}

# pip --target works where the system forbids pip, and without root.
fetch_uv() {
    echo 'bootstrap: fetching uv into .tools'
    export PIP_ROOT_USER_ACTION=ignore # nothing goes into the system
    set -- -m pip install --quiet --upgrade --target "$ROOT/.tools" uv
    "$PYTHON" "$@" && return
    "$PYTHON" -m venv "$ROOT/.tools/venv" && "$ROOT/.tools/venv/bin/python" "$@" && return
    stop 'could not fetch uv (see above).' \
        'Without a network nothing can be installed the first time. Otherwise install pip' \
        '(Debian, Ubuntu: apt install python3-pip or python3-venv; Fedora: dnf install python3-pip)' \
        'or uv (pipx install uv, brew install uv), then run this again.'
}

# What the environment was made from: when nothing of it has changed, nothing is installed.
stamp() {
    printf '%s\n' "$ROOT"
    cksum requirements.lock pyproject.toml
}

current() {
    [ "$(stamp)" = "$(cat "$ROOT/.venv/.stamp" 2>/dev/null)" ] && answers "$BIN/python" -c ''
}

install() {
    PYTHON=$(find_python)
    [ -n "$PYTHON" ] || stop 'no Python >= 3.11 was found.' \
        'Install one (Debian, Ubuntu: apt install python3 python3-pip; Fedora: dnf install python3;' \
        'macOS: brew install python; all: python.org) and run this again.'
    export UV_SYSTEM_CERTS=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
    if [ -z "${UV_CACHE_DIR:-}" ] && ! answers mkdir -p "${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}/uv"; then
        export UV_CACHE_DIR="$ROOT/.tools/cache"
    fi
    UV=$(find_uv) || { fetch_uv && UV=$(find_uv); } || stop 'uv was fetched but does not run here.'
    echo "bootstrap: installing into .venv (first time: about a minute, 800 MB)"
    rm -f .venv/.stamp
    answers "$BIN/python" -c '' || "$UV" venv --quiet --clear --python "$PYTHON" .venv
    "$UV" pip sync --quiet --python "$BIN/python" --require-hashes requirements.lock
    "$UV" pip install --quiet --python "$BIN/python" --no-deps --no-build-isolation --offline --editable .
    stamp >.venv/.stamp
}

lint() {
    "$BIN/ruff" format --check . &&
        "$BIN/ruff" check . &&
        "$BIN/mypy" &&
        "$BIN/ty" check &&
        "$BIN/lint-imports"
}

# On all cores; a -n of the caller counts.
tests() {
    "$BIN/python" -m pytest -n logical "$@"
}

what=${1:-}
[ $# -eq 0 ] || shift
case $what in
    app | test | test-full | lint | check | bench | build | install) ;;
    *)
        sed -n '2,11p' bootstrap.sh | cut -c3-
        [ "$what" = help ] && exit 0 || exit 2
        ;;
esac

current || install
case $what in
    app) exec "$BIN/talentgraph" app ${PORT:+--port "$PORT"} "$@" ;;
    test) tests "$@" ;;
    test-full) export TALENTGRAPH_TEST_DEPTH=full; tests "$@" ;;
    lint) lint ;;
    check) lint && tests "$@" ;;
    bench) exec "$BIN/python" -m bench "$@" ;;
    build) exec "$BIN/python" -m hatchling build -t wheel "$@" ;;
esac
