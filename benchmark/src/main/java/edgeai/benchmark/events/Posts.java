package edgeai.benchmark.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** Requests as they go over the wire. */
final class Posts {
  private static final int CAMERAS = 10;

  private static final String EVENT =
      "{\"camera_id\":\"camera-%d\",\"timestamp\":\"%s\",\"detected_vehicles\":3,"
          + "\"vehicle_types\":[\"car\",\"bus\"],\"object_counts\":{\"car\":2,\"bus\":1},"
          + "\"event_id\":\"%s\"}";

  private Posts() {}

  /** {@code GET /health}, always the same. */
  static Supplier<byte[]> health() {
    byte[] request = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);
    return () -> request;
  }

  /** {@code POST /camera-detection} of ten cameras in turn, each event a new one that is now. */
  static Supplier<byte[]> events() {
    return new Supplier<>() {
      private int number;

      @Override
      public byte[] get() {
        String body = EVENT.formatted(number++ % CAMERAS, Instant.now(), UUID.randomUUID());
        return ("POST /camera-detection HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(US_ASCII);
      }
    };
  }
}
