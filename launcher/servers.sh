# shellcheck shell=sh
# Starting and ending servers. A server that runs has a file under .edge/run with its pid.

RUN=$EDGE/run
# what the servers of this checkout have in their command lines, whatever folder it is in
CHECKOUT=$(printf '%s' "$ROOT" | cksum | tr ' ' -)
STOP_LIMIT_S=16

# The same for every server. Most of a server's memory is outside the heap: classes, native
# libraries, frames. A small heap at the start is collected early: a large one would first be filled
# with garbage, and each server would take it all. The optimising compiler (tier 4) waits ten times
# as long as usual, so that it does not take the processor from inference for what is hardly called.
SERVER_JVM='-Xms224m -Xmn96m -Xmx512m -Xss512k -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m
  -XX:ReservedCodeCacheSize=96m
  -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
  -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000
  -XX:+ExitOnOutOfMemoryError -Duser.language=en -Duser.country=US
  -Duser.language.format=en -Duser.country.format=US'

started=''
maven=''
follower=''
starting=''
caught=''

# is_ours PID NAME: whether it is that server of this checkout and not a stranger who got the number
# since.
is_ours() {
  arguments=''
  if [ -r /proc/self/cmdline ]; then
    { read -r arguments <"/proc/$1/cmdline"; } 2>/dev/null
  else
    arguments=$(ps -ww -o args= -p "$1" 2>/dev/null)
  fi
  case $arguments in
    *"-Dedge.server=$CHECKOUT/$2/"*) return 0 ;;
    *) return 1 ;;
  esac
}

# Sets pid and private of a name under .edge/run, and again where a process follows that one.
read_run_file() {
  pid='' private='' again=''
  while read -r key value; do
    case $key in
      pid) pid=$value ;;
      private) private=$value ;;
      again) again=$value ;;
    esac
  done <"$RUN/$1"
}

is_running() {
  [ -f "$RUN/$1" ] || return 1
  read_run_file "$1"
  is_ours "$pid" "$1"
}

# Forgets a server that is no more, and what it had outside its data.
forget() {
  [ -f "$RUN/$1" ] || return 0
  read_run_file "$1"
  [ -z "$private" ] || rm -rf "$private"
  rm -f "$RUN/$1"
}

forget_all() {
  for file in "$RUN"/*; do
    forget "${file##*/}"
  done
}

# Sets running to the names of all servers of this checkout; forgets those that are no more.
find_running() {
  running=''
  for file in "$RUN"/*; do
    [ -f "$file" ] || continue
    if is_running "${file##*/}"; then
      running="$running ${file##*/}"
    elif [ -z "$again" ]; then
      forget "${file##*/}"
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

# make_private DATA_DIR: where this checkout's folder or that one has a name that is more than
# letters, sets private to a folder of this server's own, else to nothing. Payara Micro reads what
# it unpacks by its address, takes its own jar's folder to end at an exclamation mark, and a list of
# paths to go on at a colon. checkout is where it finds its files, temporary where it may unpack.
make_private() {
  private='' checkout=$ROOT temporary=$1/tmp/$name
  if is_plain "$ROOT" && is_plain "$1"; then
    return
  fi
  outside=${TMPDIR:-/tmp}
  case $outside in
    *' '*) outside=/tmp ;;
    *) is_plain "$outside" && [ -d "$outside" ] || outside=/tmp ;;
  esac
  private=$(mktemp -d "$outside/edge-$name.XXXXXX") ||
    fail "$outside cannot be written, which servers need beside a folder with such a name: $1"
  if ! is_plain "$ROOT"; then
    checkout=$private/checkout
    ln -s "$ROOT" "$checkout"
  fi
  is_plain "$1" || temporary=$private/tmp
}

# Java looks up where a jar really is: one whose folder would be misread is called elsewhere, too.
payara_jar() {
  payara=$checkout/payara-config/target/payara-micro.jar
  case $ROOT in
    *[:!]*)
      ln "$payara" "$private/" 2>/dev/null || cp "$payara" "$private/" ||
        fail "$private has no room for a copy of Payara Micro"
      payara=$private/payara-micro.jar
      ;;
  esac
}

# start_server NAME MODULE HOST PORT DATA_DIR [SETTING=VALUE]...: starts it in the background.
start_server() {
  name=$1 module=$2 listen_host=$3 listen_port=$4 data=$5
  shift 5
  log=$EDGE/log/$name.log
  forget "$name"
  make_private "$data"
  payara_jar
  # what a killed server left there
  rm -rf "$temporary"
  mkdir -p "$data/cache/natives" "$temporary" || fail "$data cannot be written"
  [ ! -f "$log" ] || mv -f "$log" "$log.1"
  become_server "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  printf '%s\n' "pid $pid" "address $(address_of "$listen_host" "$listen_port")" \
    ${private:+"private $private"} >"$RUN/$name"
  started="$started $name"
  # until it is more than a copy of this shell
  tries=0
  until is_ours "$pid" "$name" || [ $tries -ge 1200 ] || ! kill -0 "$pid" 2>/dev/null; do
    sleep 0.05
    tries=$((tries + 1))
  done
  say "$name" "started, pid $pid"
}

# This shell ends in the server that start_server prepared. Systems that clean up old temporary files
# pass over a folder that is locked, and the lock lasts as long as the process.
become_server() {
  if [ -n "$private" ] && command -v flock >/dev/null; then
    exec 9<"$private"
    flock -s 9
  fi
  # shellcheck disable=SC2086 # several flags
  exec env "HOST=$listen_host" "PORT=$listen_port" "DATA_DIR=$data" "$@" \
    "$JAVA" "-Dedge.server=$CHECKOUT/$name/" "-Dedge.host=$listen_host" $SERVER_JVM \
    -Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS \
    "-Djava.io.tmpdir=$temporary" "-Dorg.bytedeco.javacpp.cachedir=$data/cache/natives" \
    -jar "$payara" \
    --prebootcommandfile "$checkout/payara-config/boot/pre-boot.txt" \
    --logproperties "$checkout/payara-config/boot/logging.properties" \
    --addlibs "$checkout/payara-config/target/libs" \
    --port "$listen_port" --nocluster --disablephonehome --contextroot / \
    --deploy "$checkout/$module/target/$module.war"
}

# stop_servers NAME...: asks them to end and insists after a while.
stop_servers() {
  stopping='' left=''
  for name in "$@"; do
    [ -f "$RUN/$name" ] || continue
    read_run_file "$name"
    # first, since the follower tells by it that the end was asked for
    rm -f "$RUN/$name"
    left="$left $private"
    if is_ours "$pid" "$name"; then
      kill -TERM "$pid" 2>/dev/null
      stopping="$stopping $pid/$name"
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
  # shellcheck disable=SC2086 # several names
  [ -z "$left" ] || rm -rf $left
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
  # shellcheck disable=SC2086 # several names
  become_program Follow --launcher $$ --columns "$columns" --run "$RUN" "$@" $started </dev/null &
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
