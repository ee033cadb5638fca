# shellcheck shell=sh
# Starting and ending servers. A server that runs has a file under .edge/run with its pid.

RUN=$EDGE/run
POOL_DATA=$EDGE/data
STOP_LIMIT_S=16

# The same for every server. Most of a server's memory is outside the heap: classes, native
# libraries, frames. A small heap at the start is collected early: a large one would first be filled
# with garbage, and each server would take it all. The optimising compiler (tier 4) waits ten times
# as long as usual, so that it does not take the processor from inference for what is hardly called.
SERVER_JVM='-Xms224m -Xmn96m -Xmx512m -Xss512k -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m
  -XX:ReservedCodeCacheSize=96m
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000
  -XX:+ExitOnOutOfMemoryError -Duser.language=en'

started=''
maven=''
follower=''
starting=''
caught=''

# Whether a pid is a server of this checkout and not a stranger who got the number since.
is_ours() {
  arguments=''
  if [ -r /proc/self/cmdline ]; then
    { read -r arguments <"/proc/$1/cmdline"; } 2>/dev/null
  else
    arguments=$(ps -ww -o args= -p "$1" 2>/dev/null)
  fi
  case $arguments in
    *"$ROOT/$2/target/$2.war"*) return 0 ;;
    *) return 1 ;;
  esac
}

# Sets pid and module of a name under .edge/run, and again where a process follows that one.
read_run_file() {
  pid='' module='' again=''
  while read -r key value; do
    case $key in
      pid) pid=$value ;;
      module) module=$value ;;
      again) again=$value ;;
    esac
  done <"$RUN/$1"
}

is_running() {
  [ -f "$RUN/$1" ] || return 1
  read_run_file "$1"
  is_ours "$pid" "$module"
}

# Sets running to the names of all servers of this checkout; forgets those that are no more.
find_running() {
  running=''
  for file in "$RUN"/*; do
    [ -f "$file" ] || continue
    if is_running "${file##*/}"; then
      running="$running ${file##*/}"
    elif [ -z "$again" ]; then
      rm -f "$file"
    fi
  done
}

# Where this machine reaches a server that listens on HOST.
address_of() {
  case $1 in
    0.0.0.0 | ::) printf 'http://127.0.0.1:%s' "$2" ;;
    *:*) printf 'http://[%s]:%s' "$1" "$2" ;;
    *) printf 'http://%s:%s' "$1" "$2" ;;
  esac
}

# start_server NAME MODULE HOST PORT DATA_DIR [SETTING=VALUE]...: starts it in the background.
start_server() {
  name=$1 module=$2 listen_host=$3 listen_port=$4 data=$5
  shift 5
  war=$ROOT/$module/target/$module.war
  log=$EDGE/log/$name.log
  temporary=$data/tmp/$name
  # what a killed server left there
  rm -rf "$temporary"
  mkdir -p "$data/cache/natives" "$temporary" || fail "$data cannot be written"
  [ ! -f "$log" ] || mv -f "$log" "$log.1"
  # shellcheck disable=SC2086 # several flags
  env "HOST=$listen_host" "PORT=$listen_port" "DATA_DIR=$data" "$@" \
    "$JAVA" "-Dedge.host=$listen_host" $SERVER_JVM "-Djava.io.tmpdir=$temporary" \
    "-Dorg.bytedeco.javacpp.cachedir=$data/cache/natives" \
    -jar "$ROOT/payara-config/target/payara-micro.jar" \
    --prebootcommandfile "$ROOT/payara-config/boot/pre-boot.txt" \
    --logproperties "$ROOT/payara-config/boot/logging.properties" \
    --addlibs "$ROOT/payara-config/target/libs" \
    --port "$listen_port" --nocluster --disablephonehome --contextroot / \
    --deploy "$war" >"$log" 2>&1 </dev/null &
  pid=$!
  printf '%s\n' "pid $pid" "module $module" "address $(address_of "$listen_host" "$listen_port")" "log $log" \
    >"$RUN/$name"
  started="$started $name"
  # until it is more than a copy of this shell
  tries=0
  until is_ours "$pid" "$module" || [ $tries -ge 40 ] || ! kill -0 "$pid" 2>/dev/null; do
    sleep 0.05
    tries=$((tries + 1))
  done
  say "$name" "started, pid $pid"
}

# stop_servers NAME...: asks them to end and insists after a while.
stop_servers() {
  stopping=''
  for name in "$@"; do
    [ -f "$RUN/$name" ] || continue
    read_run_file "$name"
    # first, since the follower tells by it that the end was asked for
    rm -f "$RUN/$name"
    if is_ours "$pid" "$module"; then
      kill -TERM "$pid" 2>/dev/null
      stopping="$stopping $pid/$module"
    fi
  done
  waited=0
  while [ -n "$stopping" ]; do
    sleep 0.2
    waited=$((waited + 1))
    rest=''
    for entry in $stopping; do
      is_ours "${entry%%/*}" "${entry#*/}" || continue
      rest="$rest $entry"
      # past the limit, again and again until it is gone
      [ $waited -lt $((STOP_LIMIT_S * 5)) ] || kill -KILL "${entry%%/*}" 2>/dev/null
    done
    stopping=$rest
    [ $waited -lt $((STOP_LIMIT_S * 5 + 10)) ] || fail "these processes cannot be ended:$stopping"
  done
}

# Ends what this launcher started, and the launcher.
finish() {
  trap '' INT TERM HUP
  [ -z "$maven" ] || kill "$maven" 2>/dev/null
  if [ -n "$follower" ]; then
    kill "$follower" 2>/dev/null
    # it may have a report to give, for which it wants the servers as they are
    wait "$follower"
  fi
  if [ -n "$started" ]; then
    # shellcheck disable=SC2086 # several names
    stop_servers $started
    say edge "all ended"
  fi
  exit "$1"
}

# A signal that comes amid a start is kept until the server can be told by its command line.
on_signal() {
  caught=$1
  [ -n "$starting" ] || finish "$1"
}

trap_signals() {
  trap 'on_signal 130' INT
  trap 'on_signal 143' TERM
  trap 'on_signal 129' HUP
}

begin_start() {
  starting=yes
}

end_start() {
  starting=''
  [ -z "$caught" ] || finish "$caught"
}

# follow [OPTION]...: watches the servers that were started until they or the user end.
follow() {
  columns=0
  if [ -t 1 ]; then
    columns=$(stty size 2>/dev/null </dev/tty)
    columns=${columns##* }
    # a terminal that does not tell its size
    [ "${columns:-0}" -gt 0 ] || columns=80
  fi
  # in the background without a subshell, so that its parent is this launcher
  # shellcheck disable=SC2086 # several flags, several names
  "$JAVA" $LAUNCHER_JVM -cp "$LAUNCHER_JAR" launcher.Follow --launcher $$ \
    --columns "$columns" --run "$RUN" "$@" $started </dev/null &
  follower=$!
  wait "$follower"
  followed=$?
  follower=''
  finish $followed
}

# needs_free_ports {HOST PORT OPTION}...
needs_free_ports() {
  launcher_program FreePorts "$@" || exit 1
}

# needs_idle NAME...: one server of a name at a time, since it owns its data folder.
needs_idle() {
  for name in "$@"; do
    if is_running "$name"; then
      fail "$name already runs here (pid $pid): ./edge down ends it"
    fi
  done
}
