# What the shell tools share: where the repository stands, and how they speak. Sourced, never run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"

say() { printf '%s\n' "$*"; }
die() { # exit code, message
  printf '%s: %s\n' "${0##*/}" "$2" >&2
  exit "$1"
}

# Prints the comment block at the head of a script: its help.
help_of() { awk 'NR > 1 && /^#/ { sub(/^# ?/, ""); print; next } NR > 1 { exit }' "$1"; }

# Runs a command quietly; its output is shown only when it fails.
quietly() {
  local log
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    local code=$?
    cat "$log" >&2
    rm -f "$log"
    return "$code"
  fi
}
