package edgeai.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of an audit log.
 *
 * @param server as its folder is called, where it has one
 * @param line as it was written
 */
record AuditedDeed(Instant at, String server, JsonNode said, String line) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Empty where the line is none, as one is that was broken off. */
  static Optional<AuditedDeed> read(String folder, String line) {
    try {
      JsonNode said = MAPPER.readTree(line);
      Instant at = Instant.parse(said.path("at").asText());
      String server = said.path("server").asText();
      boolean own = folder.startsWith(server + "-");
      return Optional.of(new AuditedDeed(at, own ? folder : server, said, line));
    } catch (JsonProcessingException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private String text(String name) {
    return said.path(name).asText();
  }

  /** Whether it is of somebody, from somewhere or about something of this name. */
  boolean concerns(String name) {
    return Stream.of("who", "from", "forwarded_for", "thing")
        .map(this::text)
        .anyMatch(name::equals);
  }

  /** As people read it. */
  String shown() {
    String who = text("who").isEmpty() ? "nobody known" : text("who");
    String proofs =
        Stream.of("proof", "role")
            .map(this::text)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    StringBuilder line = new StringBuilder();
    line.append(at.truncatedTo(ChronoUnit.SECONDS)).append("  %-11s  ".formatted(server));
    line.append(
        text("proof").equals("self") ? "the server itself" : "%s (%s)".formatted(who, proofs));
    more(line, " from ", text("from"));
    more(line, " for ", text("forwarded_for"));
    line.append("  ").append(text("what"));
    more(line, "  ", text("thing"));
    more(line, "  ", said.path("status").asInt() == 0 ? "" : text("status"));
    more(line, "  ", text("detail"));
    more(line, "  times ", said.path("times").asLong() == 1 ? "" : text("times"));
    return line.toString();
  }

  private static void more(StringBuilder line, String before, String word) {
    if (!word.isEmpty()) {
      line.append(before).append(word);
    }
  }
}
