#!/bin/sh
# Install the Debian libraries that Qt needs and this machine lacks, or print the line that would.
# With the word "freeze", see to what PyInstaller needs instead. Never fails: the program says itself what it goes without.
set -u
PATH=$PATH:/usr/sbin:/sbin
[ "$(uname)" = Linux ] || exit 0

# Each line: what the dynamic linker must find, and the package that brings it.
qt='libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1'

found=$(ldconfig -p 2>/dev/null)

lacking_libraries() {
    echo "$qt" | while read -r library package; do
        case "$found" in
        *"$library "*) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
    find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" "$HOME/.fonts" \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) 2>/dev/null | grep -q . || printf 'fonts-dejavu-core '
}

lacking_for_freezing() {
    command -v objcopy >/dev/null || printf 'binutils '
    # A Python linked against nothing but itself is no use to PyInstaller; Debian keeps the shared library apart.
    .venv/bin/python - <<'PYTHON'
import ctypes.util, sys, sysconfig
from pathlib import Path

version = f"{sys.version_info.major}.{sys.version_info.minor}"
shared = Path(sysconfig.get_config_var("LIBDIR") or "") / f"libpython{version}.so.1.0"
if not shared.exists() and not ctypes.util.find_library(f"python{version}"):
    print(f"libpython{version}", end=" ")
PYTHON
}

if [ "${1:-}" = freeze ]; then
    packages=$(lacking_for_freezing)
else
    packages=$(lacking_libraries)
fi
packages=${packages% }
[ -n "$packages" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Some system libraries are missing; Debian calls them: $packages"
    exit 0
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
    if ! sudo -n true 2>/dev/null; then
        echo "Some system libraries are missing; to install them, run: sudo apt-get install -y $packages"
        exit 0
    fi
fi

install() {
    # shellcheck disable=SC2086  # a list of words, on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=120 $packages </dev/null >/dev/null 2>&1
}

echo "Installing system libraries: $packages"
install || { $as_root apt-get update -qq </dev/null >/dev/null 2>&1 && install; } ||
    echo "They could not be installed; try: ${as_root:+sudo }apt-get install -y $packages"
exit 0
