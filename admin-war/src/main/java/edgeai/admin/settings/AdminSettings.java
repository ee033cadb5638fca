package edgeai.admin.settings;

import static edgeai.settings.AdminCatalogue.CAMERA_HEARTBEAT_TIMEOUT;
import static edgeai.settings.AdminCatalogue.EVENT_RETENTION_DAYS;
import static edgeai.settings.AdminCatalogue.MAX_CAMERAS;
import static edgeai.settings.AdminCatalogue.MAX_EVENTS;
import static edgeai.settings.ServerCatalogue.ADMIN_PORT;
import static edgeai.settings.ServerCatalogue.DATA_DIR;
import static edgeai.settings.ServerCatalogue.HOST;
import static edgeai.settings.ServerCatalogue.MAX_WEBSOCKET_CLIENTS;
import static edgeai.settings.ServerCatalogue.TLS_CERT;

import edgeai.common.store.DatabaseSettings;
import edgeai.settings.SettingReader;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything an operator may set on an admin server.
 *
 * @param host the address it listens on ({@code HOST})
 * @param port the port it listens on ({@code PORT})
 * @param secure whether it speaks TLS ({@code TLS_CERT})
 * @param dataDir the database ({@code DATA_DIR})
 * @param silence a camera not heard for longer is offline ({@code CAMERA_HEARTBEAT_TIMEOUT})
 * @param maxCameras registrations at the same time ({@code MAX_CAMERAS})
 * @param maxClients of the WebSocket at the same time ({@code MAX_WEBSOCKET_CLIENTS})
 */
public record AdminSettings(
    String host,
    int port,
    boolean secure,
    Path dataDir,
    Duration silence,
    int maxCameras,
    int maxClients,
    Events events,
    DatabaseSettings database) {

  /**
   * @param retention how long an event stays in the log ({@code EVENT_RETENTION_DAYS})
   * @param most how many stay at most ({@code MAX_EVENTS})
   */
  public record Events(Duration retention, long most) {}

  /**
   * @throws edgeai.settings.InvalidSettingException where a value does not parse
   */
  public static AdminSettings read(SettingReader in) {
    return new AdminSettings(
        in.value(HOST),
        in.value(ADMIN_PORT),
        in.given(TLS_CERT).isPresent(),
        in.value(DATA_DIR),
        in.value(CAMERA_HEARTBEAT_TIMEOUT),
        in.value(MAX_CAMERAS),
        in.value(MAX_WEBSOCKET_CLIENTS),
        new Events(in.value(EVENT_RETENTION_DAYS), in.value(MAX_EVENTS)),
        DatabaseSettings.read(in));
  }
}
