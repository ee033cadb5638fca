# shellcheck shell=sh
# Faults on purpose: the chaos suite, and chaos among the servers that run here.

CHAOS_TABLE=$ROOT/system-tests/target/chaos.txt

edge_chaos() {
  runs='' only='' live='' minutes=''
  while [ $# -gt 0 ]; do
    case $1 in
      --runs | --only | --minutes) [ -n "${2:-}" ] || misuse "$1 takes a value" ;;
    esac
    case $1 in
      --runs)
        is_number "$2" 1 1000 || misuse "--runs takes a number from 1 to 1000, not" "$2"
        runs=$2
        shift
        ;;
      --only) only=$2 && shift ;;
      --minutes)
        is_number "$2" 1 10000 || misuse "--minutes takes a number from 1 to 10000, not" "$2"
        minutes=$2
        shift
        ;;
      --live) live=yes ;;
      *) misuse "chaos has no option" "$1" ;;
    esac
    shift
  done
  if [ -n "$live" ]; then
    [ -z "$runs$only" ] || misuse '--runs and --only are of the suite, not of --live'
    chaos_live
  else
    [ -z "$minutes" ] || misuse '--minutes goes with --live'
    chaos_suite
  fi
}

# What the tests say to people, out of Maven's log (descriptor 3) as it grows.
show_trials() {
  while read -r line <&3; do
    case $line in
      'chaos  '*) say chaos "${line#chaos  ??:??:??  }" ;;
    esac
  done
}

chaos_suite() {
  prepare
  find_maven
  build_if_needed
  log=$EDGE/log/chaos.log
  [ -z "${DATA_DIR:-}" ] || say chaos 'has servers of its own, whose data is not in DATA_DIR'
  say chaos "every fault, ${runs:-3} runs each${only:+, only $only}; log in $log"
  rm -f "$CHAOS_TABLE"
  : >"$log"
  cd "$ROOT" || exit 1
  "$MAVEN" -B -ntp -DskipUi -Dspotless.check.skip verify -pl system-tests -am \
    -Dtest=NoneSuch -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=ChaosTableIT -Dfailsafe.failIfNoSpecifiedTests=false -Dtest.groups.excluded= \
    "-Dchaos.runs=${runs:-3}" "-Dchaos.only=$only" >"$log" 2>&1 </dev/null &
  maven=$!
  exec 3<"$log"
  while kill -0 "$maven" 2>/dev/null; do
    pause 1
    show_trials
  done
  show_trials
  exec 3<&-
  wait "$maven"
  tested=$?
  maven=''
  if [ -f "$CHAOS_TABLE" ]; then
    printf '\n'
    cat "$CHAOS_TABLE"
    printf '\n'
  else
    sed -n '/^\[ERROR\] ./p' "$log" | head -n 5 >&2
  fi
  if [ $tested -eq 0 ]; then
    say chaos "passed; the table is in $CHAOS_TABLE"
  else
    say chaos "FAILED: see $log"
  fi
  exit $tested
}

# In a pool that ./edge up or ./edge demo started here; what is broken is mended at the end.
chaos_live() {
  find_running
  case " $running " in
    *' coordinator '*) ;;
    *) fail 'no coordinator of this checkout runs here: ./edge up starts one' ;;
  esac
  find_jdk
  compile_launcher
  say chaos "among:$running; Ctrl-C ends it"
  # in the background, so that Ctrl-C is this shell's alone and servers started again outlive it
  # shellcheck disable=SC2086 # several names
  become_program Havoc "$RUN" "$DEMO_CLIP" "${minutes:-0}" $running </dev/null &
  havoc=$!
  trap 'calm_down' INT TERM HUP
  while :; do
    wait "$havoc"
    ended=$?
    kill -0 "$havoc" 2>/dev/null || break
  done
  exit $ended
}

# The first time it mends and waits for the last frame, the second time it just ends.
calm_down() {
  trap 'kill -KILL "$havoc" 2>/dev/null' INT TERM HUP
  kill -TERM "$havoc" 2>/dev/null
}
