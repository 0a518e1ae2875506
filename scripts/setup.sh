# What ./run and ./test share: install the Debian packages that are missing, configure, build.
# Sourced, with $root set to the top of the source tree. Everything said here goes to standard error, and nothing here
# reads standard input: both belong to wayworth, so that `./run - --json - <scenario.yaml | jq` works.
# shellcheck shell=sh

# Why each one is needed is in README.md, "Dependencies".
packages="g++ cmake ninja-build libboost-dev libeigen3-dev libtbb-dev libhwy-dev libfmt-dev coinor-libcbc-dev libyaml-cpp-dev libxlsxwriter-dev
  libcli11-dev nlohmann-json3-dev catch2 python3 python3-jsonschema python3-yaml"
build=${root:?}/build/release
exit_unavailable=69 # as in sysexits.h; wayworth itself never ends with it

say() {
  echo "wayworth: $*" >&2
}

fail() {
  say "$@"
  exit "$exit_unavailable"
}

missing_packages() {
  # shellcheck disable=SC2086 # a list of words
  installed=$(dpkg-query --show --showformat='${Package}=${db:Status-Status} ' $packages 2>/dev/null) || true
  for package in $packages; do
    case " $installed" in
      *" $package=installed "*) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

apt_get() {
  # The wait is for a desktop's own updater, which may hold the lock.
  set -- env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"
  [ "$(id -u)" -eq 0 ] || set -- sudo "$@"
  "$@" </dev/null >&2
}

install_missing_packages() {
  command -v apt-get >/dev/null || return 0 # another system: configuring tells what it lacks
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  by_hand="As root: apt-get update && apt-get install --no-install-recommends $missing"
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "Debian packages are missing, and there is no sudo to install them with. $by_hand"
  fi
  say "installing the Debian packages that are missing: $missing"
  apt_get update || fail "apt-get update failed. $by_hand"
  # shellcheck disable=SC2086 # a list of words
  apt_get install -y --no-install-recommends $missing || fail "apt-get install failed. $by_hand"
}

# For the charts of report.html. 190 MB in some 370 packages, of which only node and npm itself are used - but the npm
# registry is the one place that has the chart library, and npm the client it is meant for. So it is tried once, when the
# build is configured, and everything else is built without it; WAYWORTH_WEB=OFF in the environment spares it.
install_npm() {
  [ "${WAYWORTH_WEB:-ON}" != OFF ] || return 0
  ! command -v npm >/dev/null || return 0
  command -v apt-get >/dev/null || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then return 0; fi # configuring tells what lacks
  say "installing npm, for the charts of report.html"
  { apt_get update && apt_get install -y --no-install-recommends npm; } ||
    say "could not install npm: report.html will have tables and no charts"
}

configure() {
  [ ! -f "$build/build.ninja" ] || return 0
  install_npm
  say "configuring $build"
  (cd "$root" && cmake --preset release -D WAYWORTH_WEB="${WAYWORTH_WEB:-ON}") </dev/null >&2 ||
    fail "could not configure. Wayworth needs what these Debian packages hold, at least in Debian 12's versions:
  $packages"
}

# As many compilers at a time as there are processors, and memory for: 1 GiB each.
jobs() {
  processors=$(nproc)
  memory=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null) || true
  if [ "${memory:-$processors}" -lt "$processors" ]; then
    processors=$((memory > 0 ? memory : 1))
  fi
  echo "$processors"
}

compile() {
  cmake --build "$build" --target "$1" -- -j "$(jobs)" </dev/null
}

source_is_newer_than() {
  [ ! -e "$1" ] || [ -n "$(find "$root/CMakeLists.txt" "$root/engine" "$root/scenarios" "$root/reports" "$root/cli" \
    -newer "$1")" ]
}

# Says nothing when there is nothing to do.
build_program() {
  install_missing_packages
  configure
  if source_is_newer_than "$build/wayworth"; then
    say "building $build/wayworth"
    compile wayworth >&2 || fail "the build failed"
  else # the compiler or a library may have changed all the same
    output=$(compile wayworth 2>&1) || fail "the build failed
$output"
  fi
}

build_all() {
  install_missing_packages
  configure
  compile all >&2 || fail "the build failed"
}
