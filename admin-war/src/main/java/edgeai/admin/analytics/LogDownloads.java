package edgeai.admin.analytics;

import edgeai.common.error.Unavailable;
import edgeai.common.http.Csv;
import edgeai.common.http.JsonOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Writes the log out, a page of rows at a time, so that memory stays small; a few at a time. */
@ApplicationScoped
public class LogDownloads {
  private static final int AT_A_TIME = 8;
  private static final int RETRY_S = 10;
  private static final int PAGE = 500;
  private static final String CSV_HEADER =
      "timestamp,camera_id,label,count,detected_vehicles,received_at,event_id\r\n";

  private final LogRepository log;

  private final Semaphore places = new Semaphore(AT_A_TIME);

  @Inject
  public LogDownloads(LogRepository log) {
    this.log = log;
  }

  /** For the container's proxy. */
  LogDownloads() {
    this(null);
  }

  private interface EventFormat {
    void write(Writer out, LoggedEvent event) throws IOException;
  }

  /**
   * A line per event and label (RFC 4180); an event without any has a line with none.
   *
   * @throws Unavailable where too many are on their way
   */
  void writeCsv(LogQuery query, OutputStream stream) throws IOException {
    write(stream, query, CSV_HEADER, LogDownloads::writeCsv);
  }

  /**
   * A JSON object per line, as {@code GET /detections} lists them.
   *
   * @throws Unavailable where too many are on their way
   */
  void writeJsonLines(LogQuery query, OutputStream stream) throws IOException {
    write(stream, query, "", (out, event) -> out.write(JsonOutput.write(event.line()) + "\n"));
  }

  private void write(OutputStream stream, LogQuery query, String head, EventFormat format)
      throws IOException {
    if (!places.tryAcquire()) {
      throw new Unavailable(
          "%d downloads run already; try again later.".formatted(AT_A_TIME), RETRY_S);
    }
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16)) {
      out.write(head);
      LogCursor next = LogCursor.START;
      while (next != null) {
        LogPage page = log.page(query, next, PAGE);
        for (LoggedEvent event : page.events()) {
          format.write(out, event);
        }
        next = page.next();
      }
    } finally {
      places.release();
    }
  }

  private static void writeCsv(Writer out, LoggedEvent event) throws IOException {
    Map<String, Long> counts = event.objectCounts();
    if (counts.isEmpty()) {
      writeCsv(out, event, "", 0);
    }
    for (var label : counts.entrySet()) {
      writeCsv(out, event, label.getKey(), label.getValue());
    }
  }

  private static void writeCsv(Writer out, LoggedEvent event, String label, long count)
      throws IOException {
    out.write(
        String.join(
            ",",
            event.timestamp().toString(),
            Csv.quoted(event.cameraId()),
            Csv.quoted(label),
            Long.toString(count),
            Long.toString(event.detectedVehicles()),
            event.receivedAt().toString(),
            event.eventId() == null ? "" : event.eventId().toString()));
    out.write("\r\n");
  }

  /** Downloads on their way. */
  public int running() {
    return AT_A_TIME - places.availablePermits();
  }
}
