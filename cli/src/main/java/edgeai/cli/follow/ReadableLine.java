package edgeai.cli.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of a log as people read it, in whichever form the server writes it ({@code LOG_FORMAT}).
 */
public final class ReadableLine {
  private static final String JSON_BEGINS = "{\"time\":\"";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private ReadableLine() {}

  /** More than one where it has several, such as those of a stack trace. */
  public static List<String> of(String line) {
    if (!line.startsWith(JSON_BEGINS)) {
      return List.of(line);
    }
    try {
      return of(JSON.readTree(line));
    } catch (JsonProcessingException | DateTimeException e) {
      // cut off, or another's
      return List.of(line);
    }
  }

  private static List<String> of(JsonNode event) {
    String words =
        "%s %s %s %s"
            .formatted(
                TIME.format(Instant.parse(event.path("time").asText())),
                event.path("level").asText(),
                event.path("logger").asText(),
                event.path("message").asText());
    return Stream.concat(words.lines(), event.path("exception").asText("").lines()).toList();
  }
}
