# shellcheck shell=sh
# What the launcher needs of this machine: a JDK, Maven, its own Java programs.

EDGE=$ROOT/.edge
# as it is called within $EDGE: in a list of paths a colon would end one
LAUNCHER_JAR=launcher.jar
BUILD_LIMIT_S=3600
# there while the WARs are those that a benchmark built for itself
WITHOUT_DASHBOARDS=$EDGE/without-dashboards
BENCH_JAR=$ROOT/benchmark/target/benchmark.jar
BENCH_CLASS_PATH=$ROOT/benchmark/target/classpath.txt

# The launcher's Java programs read, wait and print: little memory, no second compiler.
LAUNCHER_JVM='-Xmx64m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData'

# Over .mvn/jvm.config, which leaves the optimising compiler out: without it nothing uses the
# processor's instructions for AES and SHA.
FETCHING_JVM='-XX:TieredStopAtLevel=4'

# One readable line per event: say WHO WHAT
say() {
  printf '%s  %-12s %s\n' "$(date +%H:%M:%S)" "$1" "$2"
}

fail() {
  printf 'edge: %s\n' "$1" >&2
  [ -z "$started" ] || finish 1
  exit 1
}

# misuse MESSAGE [WORD]: for what was typed wrongly, where WORD is what was typed. It may be a
# camera's address with a password in it, anywhere in its path, and in the wrong place.
misuse() {
  case ${2-none} in
    '') said="$1 ''" ;;
    *://*) said="$1 ${2%%://*}://..." ;;
    *[@?]* | *//*) said="$1 ..." ;;
    *=*) said="$1 ${2%%=*}=..." ;;
    *) said="$1${2+ $2}" ;;
  esac
  printf 'edge: %s (./edge help)\n' "$said" >&2
  exit 2
}

# A pause that a trap may cut short, which a foreground sleep is not.
pause() {
  sleep "$1" &
  wait $!
}

# absolute PATH: sets absolute, from where the user is.
absolute() {
  case $1 in
    /*) absolute=$1 ;;
    '~/'*) absolute=${HOME:-'~'}/${1#??} ;;
    *) absolute=$PWD/$1 ;;
  esac
}

# A camera's source is a path, an address or the index of a webcam; sets absolute.
absolute_source() {
  case $1 in
    *://* | [0-9] | [0-9][0-9]) absolute=$1 ;;
    *) absolute "$1" ;;
  esac
}

# Whether a path has nothing in it that any program could take for more than a name.
is_plain() {
  case $1 in
    *[!0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/._\ +-]*) return 1 ;;
  esac
}

# Major version of the JDK in a folder; nothing where there is no compiler.
jdk_major() {
  [ -x "$1/bin/javac" ] || return 0
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$major" ] || major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  printf '%s' "$major"
}

# Keeps the newest JDK of those that can build and run this.
consider_jdk() {
  major=$(jdk_major "$1")
  if [ "${major:-0}" -ge 21 ] && [ "$major" -gt "${newest:-0}" ]; then
    jdk=$1 newest=$major
  fi
}

# Sets JAVA_HOME and JAVA. Of two that are as new, JAVA_HOME comes first, then PATH.
find_jdk() {
  jdk='' newest=0
  [ -z "${JAVA_HOME:-}" ] || consider_jdk "$JAVA_HOME"
  javac=$(command -v javac) && javac=$(readlink -f "$javac" 2>/dev/null) &&
    consider_jdk "${javac%/bin/javac}"
  for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    consider_jdk "$folder"
  done
  [ -n "$jdk" ] || fail "no JDK 21 or newer is found: install one (https://adoptium.net, \
macOS: brew install openjdk) or set JAVA_HOME"
  export JAVA_HOME="$jdk"
  JAVA=$JAVA_HOME/bin/java
}

# Sets MAVEN. Those before 3.9 fetch one small file after the other, which on a machine that has
# nothing is half of the build: one that is older is only taken where the wrapper cannot be had.
find_maven() {
  MAVEN=$(command -v mvn) || MAVEN=''
  case $([ -z "$MAVEN" ] || "$MAVEN" --version 2>/dev/null) in
    *'Apache Maven 3.9.'* | *'Apache Maven 4.'*) return ;;
  esac
  if "$ROOT/mvnw" --version >/dev/null 2>&1; then
    MAVEN=$ROOT/mvnw
  fi
  [ -n "$MAVEN" ] || fail "Maven is missing and could not be fetched: install it (Debian: apt \
install maven, macOS: brew install maven)"
}

# The jar is put in place in one step: a launcher that runs keeps the one it opened.
compile_launcher() {
  mkdir -p "$EDGE/log" "$EDGE/run" || exit 1
  (cd "$EDGE" && compile_here) || fail "the launcher's Java programs do not compile"
}

compile_here() {
  if [ -f "$LAUNCHER_JAR" ] &&
    [ -z "$(find ../launcher/ -name '*.java' -newer "$LAUNCHER_JAR")" ]; then
    return
  fi
  classes=launcher.$$
  "$JAVA_HOME/bin/javac" --release 21 -d "$classes" ../launcher/*.java &&
    "$JAVA_HOME/bin/jar" --create --file "$classes.jar" -C "$classes" . &&
    mv -f "$classes.jar" "$LAUNCHER_JAR"
  compiled=$?
  rm -rf "$classes"
  return $compiled
}

# The dashboards are built with Node.js; servers run without it.
find_node() {
  version=$(node --version 2>/dev/null) && command -v npm >/dev/null || fail "Node.js and npm are \
missing, which build the dashboards: install Node.js 20.19 or newer (https://nodejs.org, macOS: \
brew install node)"
  rest=${version#v}
  minor=${rest#*.}
  major=${rest%%.*} minor=${minor%%.*}
  [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; } ||
    fail "Node.js $version is too old to build the dashboards: install 20.19 or newer"
}

launcher_program() {
  (become_program "$@")
}

# become_program NAME [ARGUMENT]...: this shell ends in one of the launcher's Java programs.
become_program() {
  program=$1
  shift
  cd "$EDGE" || exit 1
  # shellcheck disable=SC2086 # several flags
  exec "$JAVA" $LAUNCHER_JVM -cp "$LAUNCHER_JAR" "launcher.$program" "$@"
}

# The WAR comes in as a file descriptor, since its name belongs on no command line but its server's.
is_outdated() {
  [ ! -f "$1" ] || [ -n "$(cd "$ROOT" && find -H . \
    \( -name target -o -name node_modules -o -name dist -o -name test -o -name e2e -o -name '.?*' \
    -o -name launcher \) -prune -o -type f \( -path '*/src/*' -o -name pom.xml \
    -o -path ./model/street.onnx -o -path './angular-apps/*.json' \) \
    -newer /dev/fd/3 -print 3<"$1" | head -n 1)" ]
}

needs_build() {
  [ ! -f "$ROOT/payara-config/target/payara-micro.jar" ] ||
    [ ! -d "$ROOT/payara-config/target/libs" ] ||
    [ -f "$WITHOUT_DASHBOARDS" ] ||
    is_outdated "$ROOT/coordinator-war/target/coordinator-war.war" ||
    is_outdated "$ROOT/worker-war/target/worker-war.war" ||
    is_outdated "$ROOT/admin-war/target/admin-war.war"
}

needs_bench_build() {
  [ ! -f "$BENCH_JAR" ] || is_outdated "$BENCH_CLASS_PATH"
}

# Reads on in Maven's log (descriptor 3) and says which module it is at.
show_modules() {
  while read -r line <&3; do
    case $line in
      '[INFO] Building '*' ['*']')
        module=${line#'[INFO] Building '}
        module=${module%% *}
        step=${line##*'['}
        say build "$module (${step%']'})"
        quiet_s=0
        ;;
    esac
  done
}

# build [OPTION]...: everything, where no option of Maven's says otherwise.
build() {
  case $ROOT in
    *[:*?\\]*)
      fail "nothing can be built in $ROOT: compilers take a : * ? or backslash in its name for more \
than a name (what was built elsewhere runs here)"
      ;;
  esac
  find_maven
  case " $* " in
    *' -DskipUi '*) ;;
    *) find_node ;;
  esac
  log=$EDGE/log/build.log
  began=$(date +%s)
  say build "with $MAVEN, log in $log"
  : >"$log"
  if [ ! -f "$ROOT/payara-config/target/payara-micro.jar" ]; then
    # most of a first build is decrypting and checking what is fetched
    MAVEN_OPTS="$FETCHING_JVM ${MAVEN_OPTS:-}"
    export MAVEN_OPTS
  fi
  # modules that do not need each other are built at the same time, and most of the time is waiting
  { cd "$ROOT" && exec "$MAVEN" -B -ntp -T 2C -DskipTests "$@" package; } \
    >"$log" 2>&1 </dev/null &
  maven=$!
  exec 3<"$log"
  taken_s=0 quiet_s=0 module=maven
  while kill -0 "$maven" 2>/dev/null; do
    pause 1
    taken_s=$((taken_s + 1)) quiet_s=$((quiet_s + 1))
    show_modules
    [ $((quiet_s % 20)) -ne 19 ] || say build "$module, still at it"
    if [ "$taken_s" -gt "$BUILD_LIMIT_S" ]; then
      kill "$maven"
      fail "the build took more than $BUILD_LIMIT_S s: see $log"
    fi
  done
  show_modules
  exec 3<&-
  wait "$maven"
  built=$?
  maven=''
  if [ $built -ne 0 ]; then
    sed -n '/^\[ERROR\] ./p' "$log" | head -n 5 >&2
    fail "the build failed: see $log"
  fi
  case " $* " in
    *' -DskipUi '*) ;;
    *) rm -f "$WITHOUT_DASHBOARDS" ;;
  esac
  say build "done in $(($(date +%s) - began)) s"
}
