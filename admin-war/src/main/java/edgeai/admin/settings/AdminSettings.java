package edgeai.admin.settings;

import edgeai.common.settings.SettingReader;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything an operator may set on an admin server.
 *
 * @param host the address it listens on ({@code HOST})
 * @param port the port it listens on ({@code PORT})
 * @param dataDir the database ({@code DATA_DIR})
 * @param silence a camera not heard for longer is offline ({@code CAMERA_HEARTBEAT_TIMEOUT})
 * @param maxCameras registrations at the same time ({@code MAX_CAMERAS})
 * @param maxClients of the WebSocket at the same time ({@code MAX_WEBSOCKET_CLIENTS})
 */
public record AdminSettings(
    String host,
    int port,
    Path dataDir,
    Duration silence,
    int maxCameras,
    int maxClients,
    Events events) {

  /**
   * @param retention how long an event stays in the log ({@code EVENT_RETENTION_DAYS})
   * @param most how many stay at most ({@code MAX_EVENTS})
   */
  public record Events(Duration retention, long most) {}

  /**
   * @throws edgeai.common.settings.InvalidSettingException where a value does not parse
   */
  public static AdminSettings read(SettingReader in) {
    return new AdminSettings(
        in.text("HOST", "127.0.0.1"),
        in.integer("PORT", 8001, 1, 65535),
        in.path("DATA_DIR").orElseGet(() -> Path.of("data").toAbsolutePath()),
        Duration.ofMillis(
            Math.round(in.decimal("CAMERA_HEARTBEAT_TIMEOUT", 30, 0.5, 86_400) * 1000)),
        in.integer("MAX_CAMERAS", 1_000, 1, 10_000),
        in.integer("MAX_WEBSOCKET_CLIENTS", 500, 1, 10_000),
        new Events(
            Duration.ofDays(in.integer("EVENT_RETENTION_DAYS", 30, 1, 3_650)),
            in.whole("MAX_EVENTS", 10_000_000, 1_000, 1_000_000_000)));
  }
}
