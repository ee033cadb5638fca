# shellcheck shell=sh
# One function per command.

DEMO_CLIP=$ROOT/model/demo/street.mp4

is_number() {
  case $1 in
    '' | *[!0-9]* | ??????*) return 1 ;;
  esac
  [ "$1" -ge "$2" ] && [ "$1" -le "$3" ]
}

needs_port() {
  is_number "$2" 1 65535 || misuse "$1 takes a port from 1 to 65535, not" "$2"
}

# Sets the options of up, demo and soak; whatever is no option is the video.
read_pool_options() {
  of=$1
  shift
  workers=2 port=${PORT:-8000} worker_port=9001 video='' exit_after='' sample_fps=''
  admin_wanted=yes admin_port=8001 cameras=0 camera_source=$DEMO_CLIP camera_port=9101
  minutes=60
  [ "$of" != soak ] || cameras=1
  while [ $# -gt 0 ]; do
    case $1 in
      --workers | --port | --worker-port | --admin-port | --sample-fps | --cameras | \
        --camera-source | --camera-port | --minutes | --data)
        [ $# -ge 2 ] || misuse "$1 takes a value"
        ;;
    esac
    case "$of $1" in
      "$of --workers")
        is_number "$2" 0 64 || misuse "--workers takes a number from 0 to 64, not" "$2"
        workers=$2
        shift
        ;;
      "$of --port") port=$2 && shift ;;
      "$of --worker-port") worker_port=$2 && shift ;;
      "$of --no-admin") admin_wanted='' ;;
      "$of --admin-port") admin_port=$2 && shift ;;
      'soak --minutes')
        is_number "$2" 1 1440 || misuse "--minutes takes a number from 1 to 1440, not" "$2"
        minutes=$2
        shift
        ;;
      'up --cameras' | 'soak --cameras')
        is_number "$2" 0 64 || misuse "--cameras takes a number from 0 to 64, not" "$2"
        cameras=$2
        shift
        ;;
      'up --camera-source')
        absolute_source "$2"
        camera_source=$absolute
        shift
        ;;
      "$of --data")
        data_of_option "$2"
        shift
        ;;
      'up --camera-port' | 'soak --camera-port') camera_port=$2 && shift ;;
      'demo --sample-fps')
        case $2 in
          '' | . | *[!0-9.]* | *.*.*) misuse "--sample-fps takes a number, not" "$2" ;;
        esac
        sample_fps=$2
        shift
        ;;
      'demo --exit') exit_after=yes ;;
      "$of -"*) misuse "$of has no option" "$1" ;;
      'demo '*)
        [ -z "$video" ] || misuse 'demo takes one video'
        case $1 in *://*) misuse 'demo takes a video that is a file, not' "$1" ;; esac
        absolute "$1"
        video=$absolute
        ;;
      *) misuse "$of takes no" "$1" ;;
    esac
    shift
  done
  needs_port --port "$port"
  needs_port --worker-port "$worker_port"
  needs_port --admin-port "$admin_port"
  needs_port --camera-port "$camera_port"
  [ $((worker_port + workers)) -le 65536 ] || misuse "$workers workers do not fit above $worker_port"
  [ $((camera_port + cameras)) -le 65536 ] || misuse "$cameras cameras do not fit above $camera_port"
  if [ "$cameras" -gt 0 ] && [ -z "$admin_wanted" ]; then
    misuse 'cameras need the admin server, which --no-admin leaves out'
  fi
  needs_own_ports "$port" coordinator
  [ -z "$admin_wanted" ] || needs_own_ports "$admin_port" 'admin server'
  if [ -n "$admin_wanted" ] && [ "$port" -eq "$admin_port" ]; then
    misuse "port $port would be the coordinator's and the admin server's"
  fi
  if [ "$workers" -gt 0 ] && [ "$cameras" -gt 0 ] &&
    [ "$worker_port" -lt $((camera_port + cameras)) ] &&
    [ "$camera_port" -lt $((worker_port + workers)) ]; then
    misuse "workers and cameras would have ports in common: choose with --camera-port"
  fi
}

# needs_own_ports PORT WHOSE: that no worker and no camera would have it too.
needs_own_ports() {
  if [ "$workers" -gt 0 ] && [ "$1" -ge "$worker_port" ] &&
    [ "$1" -lt $((worker_port + workers)) ]; then
    misuse "port $1 would be a worker's too"
  fi
  if [ "$cameras" -gt 0 ] && [ "$1" -ge "$camera_port" ] &&
    [ "$1" -lt $((camera_port + cameras)) ]; then
    misuse "port $1 of the $2 would be a camera's too"
  fi
}

takes_nothing() {
  [ $# -eq 1 ] || misuse "$1 takes no" "$2"
}

# Paths in settings are meant from where the user is; an IPv6 address may be in brackets.
read_settings() {
  if [ -n "${MODEL:-}" ]; then
    absolute "$MODEL"
    MODEL=$absolute
  fi
  if [ -n "${DATA_DIR:-}" ]; then
    absolute "$DATA_DIR"
    DATA_DIR=$absolute
  fi
  if [ -n "${HOST:-}" ]; then
    HOST=${HOST#[}
    HOST=${HOST%]}
  fi
}

# An option counts before the variable.
data_of_option() {
  [ -n "$1" ] || misuse '--data takes a folder'
  DATA_DIR=$1
}

# use_data FOLDER: sets DATA, this one where neither --data nor DATA_DIR names another, and says so.
use_data() {
  DATA=${DATA_DIR:-$1}
  if why=$(mkdir -p -- "$DATA" 2>&1); then
    why='it may not be written'
    [ -w "$DATA" ] && [ -x "$DATA" ] && why=''
  fi
  [ -z "$why" ] || fail "no data can be kept in $DATA (${why##*: }): choose another folder with \
--data or DATA_DIR"
  DATA=$(CDPATH='' cd -- "$DATA" && pwd && printf .) || exit 1
  DATA=${DATA%??}
  say edge "data in $DATA"
}

# Unset is the model of this checkout.
check_model() {
  [ -z "${MODEL:-}" ] || [ -r "$MODEL" ] || fail "MODEL=$MODEL cannot be read"
}

prepare() {
  read_settings
  find_jdk
  compile_launcher
  trap_signals
}

build_if_needed() {
  if needs_build; then
    build
  fi
}

# Servers beside each other on one machine infer with a share of its cores each.
share_cores() {
  export INFER_CALLERS="${INFER_CALLERS:-1}" INFER_THREADS="${INFER_THREADS:-1}"
}

# Native libraries would otherwise keep a memory arena per thread.
save_memory() {
  export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
}

# Checks, before anything is built or started, that up and demo can have what they need. Several
# servers have a folder each in the one for data, since each owns its database.
check_pool() {
  host=${HOST:-127.0.0.1}
  coordinator=$(address_of "$host" "$port")
  worker_host=$(launcher_program LocalAddress "$coordinator") || exit 1
  names=coordinator
  set -- "$host" "$port" --port
  number=1
  while [ $number -le "$workers" ]; do
    names="$names worker-$number"
    set -- "$@" "$worker_host" $((worker_port + number - 1)) --worker-port
    number=$((number + 1))
  done
  if [ -n "$admin_wanted" ]; then
    admin=$(address_of "$host" "$admin_port")
    names="$names admin"
    set -- "$@" "$host" "$admin_port" --admin-port
  fi
  number=1
  while [ $number -le "$cameras" ]; do
    names="$names camera-$number"
    set -- "$@" 127.0.0.1 $((camera_port + number - 1)) --camera-port
    number=$((number + 1))
  done
  # shellcheck disable=SC2086 # several names
  needs_idle $names
  needs_free_ports "$@"
  use_data "$EDGE/data"
}

# Starts all servers at the same time; they knock until the one they need is up.
start_pool() {
  [ $((workers + cameras)) -eq 0 ] || share_cores
  save_memory
  begin_start
  if [ -n "$admin_wanted" ]; then
    start_server admin admin-war "$host" "$admin_port" "$DATA/admin"
    export ADMIN_URL="$admin"
  fi
  start_server coordinator coordinator-war "$host" "$port" "$DATA/coordinator"
  number=1
  while [ $number -le "$workers" ]; do
    start_server "worker-$number" worker-war "$worker_host" $((worker_port + number - 1)) \
      "$DATA/worker-$number" "COORDINATOR_URL=$coordinator" "WORKER_ID=worker-$number" \
      "ADVERTISE_ADDRESS=$worker_host" CAMERA_SOURCE=
    number=$((number + 1))
  done
  number=1
  while [ $number -le "$cameras" ]; do
    start_camera "camera-$number" 127.0.0.1 $((camera_port + number - 1)) "camera-$number" \
      "Camera $number" "$DATA/camera-$number"
    number=$((number + 1))
  done
  end_start
}

# start_camera SERVER HOST PORT ID NAME DATA_DIR: with ADMIN_URL and camera_source as they are. The
# source may hold a password, which a command line would show to everybody on this machine.
start_camera() {
  export CAMERA_SOURCE="$camera_source"
  start_server "$1" worker-war "$2" "$3" "$6" "CAMERA_ID=$4" "CAMERA_NAME=$5" "WORKER_ID=$4" \
    COORDINATOR_URL=
}

# A file must be there; what is live may come later.
check_source() {
  case $camera_source in
    *[@=:?]* | *//*) ;; # the camera says what it is, and shows no password
    /*) [ -r "$camera_source" ] || fail "there is no video $camera_source that can be read" ;;
  esac
}

edge_build() {
  takes_nothing build "$@"
  prepare
  if needs_build; then
    build
  else
    say build 'everything is up to date'
  fi
}

edge_up() {
  read_pool_options up "$@"
  [ "$cameras" -eq 0 ] || check_source
  prepare
  check_model
  check_pool
  build_if_needed
  start_pool
  follow
}

edge_demo() {
  read_pool_options demo "$@"
  video=${video:-$DEMO_CLIP}
  [ -f "$video" ] || fail "there is no video $video"
  [ -r "$video" ] || fail "$video cannot be read"
  prepare
  check_model
  check_pool
  build_if_needed
  start_pool
  set -- --demo "$video" "$DEMO_CLIP"
  [ -z "$sample_fps" ] || set -- "$@" --sample-fps "$sample_fps"
  [ -z "$exit_after" ] || set -- "$@" --exit
  follow "$@"
}

# In a data folder of its own, which is emptied first: it deletes jobs.
edge_soak() {
  read_pool_options soak "$@"
  [ -r /proc/self/status ] ||
    fail 'soak reads memory and open files from /proc, which this system has not: run it on Linux'
  [ -r "$DEMO_CLIP" ] || fail "there is no video $DEMO_CLIP that can be read: git checkout model/demo"
  prepare
  check_model
  # one of its own, since it is emptied
  DATA_DIR=${DATA_DIR:-$EDGE/soak}/soak-data
  check_pool
  build_if_needed
  rm -rf "$DATA" || fail "$DATA cannot be emptied: look whose it is"
  start_pool
  follow --soak "$minutes" "$DEMO_CLIP" "$DATA" "$EDGE/soak"
}

edge_down() {
  takes_nothing down "$@"
  find_running
  if [ -z "$running" ]; then
    forget_all
    say edge 'nothing was running'
    return
  fi
  # shellcheck disable=SC2086 # several names
  stop_servers $running
  for name in $running; do
    say "$name" ended
  done
  # of servers that were to start again
  forget_all
}

edge_status() {
  takes_nothing status "$@"
  find_running
  if [ -z "$running" ]; then
    say edge 'nothing runs: ./edge up starts the servers'
    return 1
  fi
  find_jdk
  compile_launcher
  # shellcheck disable=SC2086 # several names
  launcher_program Status "$RUN" $running
}

# How the bundled model is made is tested where its Python is: PyTorch has several GB.
test_model() {
  python=$ROOT/model/.venv/bin/python
  if ! "$python" -c 'import onnxruntime, pytest, torch' 2>/dev/null; then
    if [ -z "$1" ]; then
      say test 'SKIPPED: the tests in model/ want PyTorch; ./edge test --all installs it in model/.venv'
      return
    fi
    say test 'installing PyTorch in model/.venv, several GB'
    if ! python3 -m venv "$ROOT/model/.venv" ||
      ! "$python" -m pip install -q -r "$ROOT/model/requirements.txt"; then
      fail 'the tests in model/ want Python 3.11 or newer with venv, and PyPI'
    fi
  fi
  (cd "$ROOT/model" && "$python" -m pytest -q tests) || fail 'the tests in model/ failed'
}

edge_test() {
  scope='' said='all tests but the long ones'
  for option in "$@"; do
    case $option in
      --all) scope=-Dtest.groups.excluded= said='all tests' ;;
      *) misuse "test has no option" "$option" ;;
    esac
  done
  prepare
  find_maven
  find_node
  began=$(date +%s)
  cd "$ROOT" || exit 1
  # shellcheck disable=SC2153 # set by find_maven
  "$MAVEN" -B -ntp -T 1C --fail-at-end verify ${scope:+"$scope"} </dev/null &
  maven=$!
  wait "$maven"
  tested=$?
  maven=''
  if [ $tested -eq 0 ]; then
    test_model "$scope"
    say test "passed: $said, $(($(date +%s) - began)) s"
  else
    say test "FAILED: Maven ended with $tested after $(($(date +%s) - began)) s"
  fi
  exit $tested
}

# Servers' heap and collector; peers fetch nothing.
BENCH_JVM='-Xms256m -Xmx1g -XX:+UseSerialGC -XX:-UsePerfData -Duser.language=en
  -Duser.country=US -Djava.awt.headless=true -Dai.djl.offline=true -DOPT_OUT_TRACKING=true'

edge_bench() {
  extent='' json='' names=''
  while [ $# -gt 0 ]; do
    case $1 in
      --quick | --all)
        case $extent in
          '' | "$1") extent=$1 ;;
          *) misuse 'bench takes --quick or --all, not both' ;;
        esac
        ;;
      --json)
        [ -n "${2:-}" ] || misuse "$1 takes a value"
        absolute "$2"
        json=$absolute
        shift
        ;;
      -*) misuse "bench has no option" "$1" ;;
      *[!a-z-]* | '') misuse "there is no benchmark" "$1" ;;
      *) names="$names $1" ;;
    esac
    shift
  done
  prepare
  check_model
  if needs_bench_build; then
    if [ -d "$ROOT/angular-apps/dist" ] && [ ! -f "$WITHOUT_DASHBOARDS" ]; then
      build -Dbench -pl benchmark -am
    else
      say bench 'servers are built without dashboards, which are not measured'
      : >"$WITHOUT_DASHBOARDS"
      build -Dbench -DskipUi -pl benchmark -am
    fi
  fi
  [ -z "${DATA_DIR:-}" ] || say bench "keeps what it needs in $EDGE/bench, not in DATA_DIR"
  mkdir -p "$EDGE/bench/natives" || fail "$EDGE/bench cannot be written"
  # shellcheck disable=SC2086 # several names
  set -- $names ${extent:+"$extent"} ${json:+--json "$json"}
  # in the background, so that a signal is obeyed at once; one thread each is said of OpenMP, too
  # shellcheck disable=SC2086 # several flags
  env OMP_NUM_THREADS=1 "$JAVA" $BENCH_JVM "-Dedge.root=$ROOT" "-DDJL_CACHE_DIR=$EDGE/bench/djl" \
    "-Dedge.server.jvm=$SERVER_JVM" \
    "-Dorg.bytedeco.javacpp.cachedir=$EDGE/bench/natives" \
    -cp "$BENCH_JAR:$(cat "$BENCH_CLASS_PATH")" edgeai.benchmark.Bench "$@" </dev/null &
  follower=$!
  wait "$follower"
  measured=$?
  follower=''
  finish $measured
}

edge_coordinator() {
  port=${PORT:-8000}
  while [ $# -gt 0 ]; do
    case $1 in
      --port | --data) [ $# -ge 2 ] || misuse "$1 takes a value" ;;
      *) misuse "coordinator has no option" "$1" ;;
    esac
    case $1 in
      --port) port=$2 ;;
      --data) data_of_option "$2" ;;
    esac
    shift 2
  done
  needs_port --port "$port"
  prepare
  check_model
  host=${HOST:-127.0.0.1}
  needs_idle coordinator
  needs_free_ports "$host" "$port" --port
  use_data "$EDGE/data/coordinator"
  build_if_needed
  save_memory
  begin_start
  start_server coordinator coordinator-war "$host" "$port" "$DATA"
  end_start
  follow
}

edge_worker() {
  port=${PORT:-9001} coordinator=${COORDINATOR_URL:-} id=${WORKER_ID:-} address=''
  while [ $# -gt 0 ]; do
    case $1 in
      --coordinator | --port | --id | --address | --data)
        [ -n "${2:-}" ] || misuse "$1 takes a value"
        ;;
      *) misuse "worker has no option" "$1" ;;
    esac
    case $1 in
      --coordinator) coordinator=$2 ;;
      --port) port=$2 ;;
      --id) id=$2 ;;
      --address) address=$2 ;;
      --data) data_of_option "$2" ;;
    esac
    shift 2
  done
  needs_port --port "$port"
  [ -n "$coordinator" ] ||
    misuse 'worker needs its coordinator: --coordinator http://192.168.1.20:8000'
  prepare
  here=$(launcher_program LocalAddress "$coordinator") || exit 1
  host=${address:-${HOST:-$here}}
  case $host in
    0.0.0.0 | ::) advertised=$here ;;
    *) advertised=$host ;;
  esac
  advertised=${address:-${ADVERTISE_ADDRESS:-$advertised}}
  needs_idle "worker-$port"
  needs_free_ports "$host" "$port" --port
  use_data "$EDGE/data/worker-$port"
  build_if_needed
  save_memory
  begin_start
  start_server "worker-$port" worker-war "$host" "$port" "$DATA" \
    "COORDINATOR_URL=$coordinator" "WORKER_ID=$id" "ADVERTISE_ADDRESS=$advertised"
  end_start
  follow
}

edge_admin() {
  port=${PORT:-8001}
  while [ $# -gt 0 ]; do
    case $1 in
      --port | --data) [ $# -ge 2 ] || misuse "$1 takes a value" ;;
      *) misuse "admin has no option" "$1" ;;
    esac
    case $1 in
      --port) port=$2 ;;
      --data) data_of_option "$2" ;;
    esac
    shift 2
  done
  needs_port --port "$port"
  prepare
  host=${HOST:-127.0.0.1}
  needs_idle admin
  needs_free_ports "$host" "$port" --port
  use_data "$EDGE/data/admin"
  build_if_needed
  save_memory
  begin_start
  start_server admin admin-war "$host" "$port" "$DATA"
  end_start
  follow
}

edge_camera() {
  port=${PORT:-9101} admin=${ADMIN_URL:-} source=${CAMERA_SOURCE:-} id=${CAMERA_ID:-}
  camera_name=${CAMERA_NAME:-}
  while [ $# -gt 0 ]; do
    case $1 in
      --admin | --source | --id | --name | --port | --data)
        [ -n "${2:-}" ] || misuse "$1 takes a value"
        ;;
      *) misuse "camera has no option" "$1" ;;
    esac
    case $1 in
      --admin) admin=$2 ;;
      --source) source=$2 ;;
      --id) id=$2 ;;
      --name) camera_name=$2 ;;
      --port) port=$2 ;;
      --data) data_of_option "$2" ;;
    esac
    shift 2
  done
  needs_port --port "$port"
  [ -n "$admin" ] || misuse 'camera needs its admin server: --admin http://192.168.1.20:8001'
  [ -n "$source" ] ||
    misuse 'camera needs something to watch: --source FILE, rtsp://..., http://... or 0 for a webcam'
  [ -n "$id" ] || misuse 'camera needs a name of its own at the admin server: --id gate-7'
  absolute_source "$source"
  camera_source=$absolute
  check_source
  prepare
  check_model
  host=${HOST:-127.0.0.1}
  needs_idle "camera-$port"
  needs_free_ports "$host" "$port" --port
  use_data "$EDGE/data/camera-$port"
  build_if_needed
  save_memory
  export ADMIN_URL="$admin"
  begin_start
  start_camera "camera-$port" "$host" "$port" "$id" "$camera_name" "$DATA"
  end_start
  follow
}
