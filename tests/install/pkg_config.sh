#!/bin/sh
# pkg_config.sh COMPILER LIBDIR SOURCE OUT VERSION: compiles, links and runs SOURCE with nothing but
# what pkg-config says of the installed library.
set -eu
compiler=$1 libdir=$2 source=$3 out=$4 version=$5

PKG_CONFIG_PATH=$libdir/pkgconfig
export PKG_CONFIG_PATH
said=$(pkg-config --modversion tradewarden)
if [ "$said" != "$version" ]; then
  echo "pkg-config says version $said, not $version" >&2
  exit 1
fi
# shellcheck disable=SC2046  # flags are words
"$compiler" -std=c++20 $(pkg-config --cflags tradewarden) "$source" -o "$out" \
  $(pkg-config --libs tradewarden)
LD_LIBRARY_PATH=$libdir "$out"
# Every object of the archive linked: no library that any of them needs is missing from the flags.
if [ -f "$libdir/libtradewarden.a" ]; then
  # shellcheck disable=SC2046
  "$compiler" -std=c++20 $(pkg-config --cflags tradewarden) "$source" -o "$out.whole" \
    -Wl,--whole-archive "$libdir/libtradewarden.a" -Wl,--no-whole-archive \
    $(pkg-config --libs tradewarden)
  "$out.whole"
fi
