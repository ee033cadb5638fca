# shellcheck shell=sh
# Finds a JDK for ./edge and for continuous integration.

# consider_jdk FOLDER: keeps the newest JDK of those that can build and run this.
consider_jdk() {
  [ -x "$1/bin/javac" ] || return 0
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
  [ -n "$major" ] || major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac //p')
  major=${major%%[!0-9]*}
  if [ "${major:-0}" -ge 21 ] && [ "$major" -gt "$newest" ]; then
    jdk=$1 newest=$major
  fi
}

# Sets jdk to the newest of 21 or newer; fails where there is none. Of two that are as new,
# JAVA_HOME comes first, then PATH.
find_jdk() {
  jdk='' newest=0
  [ -z "${JAVA_HOME:-}" ] || consider_jdk "${JAVA_HOME%/}"
  javac=$(command -v javac) && javac=$(readlink -f "$javac" 2>/dev/null) &&
    consider_jdk "${javac%/bin/javac}"
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
    consider_jdk "$folder"
  done
  [ -n "$jdk" ]
}
