#!/bin/sh
# Print the name of a Python that Verbatim runs on, or say in one sentence what is missing.
# PYTHON=/path/to/python names one to use instead of looking for it.
set -u

if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
else
    set -- python3.13 python3.12 python3.11 python3
fi

without_venv=
for python in "$@"; do
    # A version manager's stand-in is found by name and yet fails to run: only running it tells.
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        printf '%s\n' "$python"
        exit 0
    fi
    without_venv=$python
done

if [ -n "$without_venv" ]; then
    echo "Verbatim needs the venv module of $without_venv: on Debian or Ubuntu, run 'apt-get install -y python3-venv'." >&2
else
    echo "Verbatim needs Python 3.11 or later: on Debian 12 or Ubuntu 24.04 and later, run 'apt-get install -y python3-venv'." >&2
fi
exit 1
