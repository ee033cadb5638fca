package edgeai.cli.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Command lines of processes that Ctrl-C in a terminal does not reach, since who started them ends
 * them in order. Systems that clean up old temporary files pass over a folder that is locked, and
 * the lock lasts as long as the process.
 */
public final class ChildCommand {
  private static final String UNINTERRUPTED =
      "trap '' INT QUIT;"
          + " if [ -n \"$1\" ] && command -v flock >/dev/null; then exec 9<\"$1\"; flock -s 9; fi;"
          + " shift; exec \"$@\"";

  private ChildCommand() {}

  /** The same command, which keeps its process number. */
  public static List<String> uninterrupted(List<String> command) {
    return uninterrupted(command, Optional.empty());
  }

  static List<String> uninterrupted(List<String> command, Optional<Path> locked) {
    if (File.separatorChar != '/') {
      return command;
    }
    List<String> line = new ArrayList<>(List.of("sh", "-c", UNINTERRUPTED, "sh"));
    line.add(locked.map(Path::toString).orElse(""));
    line.addAll(command);
    return line;
  }
}
