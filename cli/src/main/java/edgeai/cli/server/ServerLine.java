package edgeai.cli.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line of a server, for a shell that becomes it: this process's own environment is there. */
public final class ServerLine {
  private ServerLine() {}

  /**
   * Gives the line.
   *
   * @param here the folder of a server that needs no other
   */
  public static String of(ProcessBuilder server, Path here) {
    Path folder = Optional.ofNullable(server.directory()).map(file -> file.toPath()).orElse(here);
    String words =
        server.command().stream().map(ServerLine::quoted).collect(Collectors.joining(" "));
    return Stream.of(
            Stream.of("cd " + quoted(folder.toString())),
            exports(server.environment(), System.getenv()),
            Stream.of("exec " + words))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" && "));
  }

  private static Stream<String> exports(Map<String, String> wanted, Map<String, String> there) {
    return new TreeMap<>(wanted)
        .entrySet().stream()
            .filter(variable -> !variable.getValue().equals(there.get(variable.getKey())))
            .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
