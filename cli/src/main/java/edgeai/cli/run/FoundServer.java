package edgeai.cli.run;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.machine.CommandLine;
import edgeai.cli.machine.ServerAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on this machine that another checkout, or nobody's {@code ./edge}, started: its command
 * line tells what it is.
 *
 * @param name as who started it calls it, else what it is
 * @param user whose process it is
 */
public record FoundServer(String name, long pid, URI address, String user) {
  private static final Pattern WAR = Pattern.compile("(coordinator|admin|worker)-war\\.war");
  private static final Pattern MARK = Pattern.compile("-Dedge\\.server=[^/]*/([^/]+)/");
  private static final String HOST = "-Dedge.host=";
  private static final String PORT = "--port";
  private static final String DEPLOYED = "--deploy";
  private static final String KEY_STORE = "-Djavax.net.ssl.keyStore=";

  /**
   * All that this system shows.
   *
   * @param known processes that are left out
   */
  public static List<FoundServer> all(Set<Long> known) {
    return ProcessHandle.allProcesses()
        .filter(process -> !known.contains(process.pid()))
        .flatMap(process -> of(process).stream())
        .toList();
  }

  private static Optional<FoundServer> of(ProcessHandle process) {
    return of(
        CommandLine.glance(process), process.pid(), process.info().user().orElse("another user"));
  }

  /** Empty where the words start no server. */
  static Optional<FoundServer> of(List<String> words, long pid, String user) {
    Optional<Matcher> war =
        after(words, DEPLOYED)
            .map(path -> WAR.matcher(Path.of(path).getFileName().toString()))
            .filter(Matcher::matches);
    Optional<Integer> port =
        after(words, PORT).filter(word -> word.matches("\\d{1,5}")).map(Integer::valueOf);
    if (war.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    String name =
        words.stream()
            .map(MARK::matcher)
            .filter(Matcher::matches)
            .map(mark -> mark.group(1))
            .findFirst()
            .orElse(war.get().group(1));
    String host = beginning(words, HOST).orElse("127.0.0.1");
    boolean secure = beginning(words, KEY_STORE).isPresent();
    try {
      return Optional.of(
          new FoundServer(name, pid, ServerAddress.of(host, port.get(), secure), user));
    } catch (CommandRefusal e) {
      // a word that was never an address: it does not listen
      return Optional.empty();
    }
  }

  private static Optional<String> after(List<String> words, String option) {
    int place = words.indexOf(option);
    return place < 0 || place + 1 == words.size()
        ? Optional.empty()
        : Optional.of(words.get(place + 1));
  }

  private static Optional<String> beginning(List<String> words, String with) {
    return words.stream()
        .filter(word -> word.startsWith(with))
        .map(word -> word.substring(with.length()))
        .findFirst();
  }
}
