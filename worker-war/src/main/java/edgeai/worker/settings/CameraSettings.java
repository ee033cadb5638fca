package edgeai.worker.settings;

import edgeai.common.admin.CameraIdentity;
import edgeai.common.alert.AlertLimits;
import edgeai.common.settings.InvalidSettingException;
import edgeai.common.settings.SettingReader;
import edgeai.common.video.LiveSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything an operator may set on a camera node.
 *
 * @param source what it watches ({@code CAMERA_SOURCE})
 * @param admin the server it reports to and obeys ({@code ADMIN_URL})
 * @param identity what it is known by there ({@code CAMERA_ID}, {@code CAMERA_NAME})
 * @param fps frames taken per second of the source ({@code CAMERA_FPS})
 * @param heartbeat between two signs of life ({@code CAMERA_HEARTBEAT})
 * @param classes labels that count in events, empty for all ({@code CAMERA_CLASSES})
 * @param jpegQuality of the frames on their way to the model ({@code JPEG_QUALITY})
 */
public record CameraSettings(
    Source source,
    URI admin,
    CameraIdentity identity,
    double fps,
    Duration heartbeat,
    List<String> classes,
    int jpegQuality,
    AlertLimits alerts) {

  private static final String ALLOWED =
      "a video file, the index of a webcam, or an rtsp:// or http:// address, in whose user and"
          + " password # is written %23, / is %2F, ? is %3F and @ is %40";

  /** Either a file, which is looped, or a live source. */
  public record Source(Optional<Path> file, Optional<LiveSource> live) {
    /** For people and logs: no password. */
    public String shown() {
      return live.map(LiveSource::shown).orElseGet(() -> file.orElseThrow().toString());
    }
  }

  /** Empty where {@code CAMERA_SOURCE} is not set. */
  static Optional<CameraSettings> read(SettingReader in, String workerId) {
    return in.text("CAMERA_SOURCE").map(source -> read(in, source(source), workerId));
  }

  private static CameraSettings read(SettingReader in, Source source, String workerId) {
    URI admin =
        in.address("ADMIN_URL")
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "ADMIN_URL",
                        "",
                        "the address of the admin server, as CAMERA_SOURCE is set"));
    String id =
        in.text("CAMERA_ID").isPresent()
            ? in.matching("CAMERA_ID", "", "[^\\p{Cntrl}]{1,128}", "1 to 128 printable characters")
            : workerId;
    return new CameraSettings(
        source,
        admin,
        new CameraIdentity(
            id, in.text("CAMERA_NAME", LocalAddress.hostName()), LocalAddress.towards(admin)),
        in.decimal("CAMERA_FPS", 5, 0.1, 60),
        Duration.ofMillis(Math.round(in.decimal("CAMERA_HEARTBEAT", 10, 1, 3_600) * 1000)),
        in.list("CAMERA_CLASSES"),
        in.integer("JPEG_QUALITY", 85, 1, 100),
        AlertLimits.read(in));
  }

  private static Source source(String setting) {
    Optional<LiveSource> live = LiveSource.of(setting);
    if (live.isPresent()) {
      return new Source(Optional.empty(), live);
    }
    if (!setting.contains("://") && !setting.matches("\\d+")) {
      Path file = Path.of(setting).toAbsolutePath().normalize();
      if (Files.isReadable(file) && Files.isRegularFile(file)) {
        return new Source(Optional.of(file), Optional.empty());
      }
    }
    throw new InvalidSettingException("CAMERA_SOURCE", LiveSource.hidden(setting), ALLOWED);
  }
}
