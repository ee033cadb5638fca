# shellcheck shell=sh
# Finds a Java for ./edge and for continuous integration.

# version_of FOLDER PROGRAM: sets major to the version of the Java there that has this program, else to 0.
version_of() {
  major=0
  [ -x "$1/bin/$2" ] || return 0
  major=''
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*)
          major=${line#JAVA_VERSION=\"}
          break
          ;;
      esac
    done <"$1/release"
  fi
  [ -n "$major" ] || major=$("$1/bin/$2" --version 2>&1 | sed -n '1s/^[a-z]* \([0-9]\)/\1/p')
  major=${major%%[!0-9]*}
  major=${major:-0}
}

# consider FOLDER PROGRAM: keeps the newest of those that have it.
consider() {
  version_of "$1" "$2"
  if [ "$major" -ge 21 ] && [ "$major" -gt "$newest" ]; then
    found=$1 newest=$major
  fi
}

# find_with PROGRAM: sets found to the newest Java of 21 or newer that has it; fails where there is none.
# Of two that are as new, JAVA_HOME comes first, then PATH.
find_with() {
  found='' newest=0
  [ -z "${JAVA_HOME:-}" ] || consider "${JAVA_HOME%/}" "$1"
  program=$(command -v "$1") && program=$(readlink -f "$program" 2>/dev/null) &&
    consider "${program%/bin/"$1"}" "$1"
  # where Debian, Fedora, Arch and Alpine put them; SUSE; Oracle; Gentoo and people; macOS;
  # Homebrew; SDKMAN, asdf and mise; IntelliJ
  for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.asdf/installs/java/* \
    "${HOME:-}"/.local/share/mise/installs/java/* "${HOME:-}"/.jdks/* \
    "${HOME:-}"/.jdks/*/Contents/Home; do
    consider "$folder" "$1"
  done
  [ -n "$found" ]
}

# Sets jdk to the one that builds; fails where there is none.
find_jdk() {
  jdk=''
  find_with javac && jdk=$found
}

# choose_java: sets java to the one that command and servers run on, which needs no compiler: that which
# EDGE_JAVA names, else the JDK that find_jdk found, else the newest runtime. Fails where it is none.
choose_java() {
  java=${EDGE_JAVA:-$jdk}
  if [ -z "$java" ]; then
    find_with java && java=$found
    return
  fi
  version_of "$java" java
  [ "$major" -ge 21 ] && java=$(CDPATH='' cd -- "$java" && pwd -P)
}
