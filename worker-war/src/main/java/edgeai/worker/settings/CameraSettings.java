package edgeai.worker.settings;

import static edgeai.settings.CameraCatalogue.ADMIN_URL;
import static edgeai.settings.CameraCatalogue.CAMERA_CLASSES;
import static edgeai.settings.CameraCatalogue.CAMERA_FPS;
import static edgeai.settings.CameraCatalogue.CAMERA_HEARTBEAT;
import static edgeai.settings.CameraCatalogue.CAMERA_ID;
import static edgeai.settings.CameraCatalogue.CAMERA_NAME;
import static edgeai.settings.CameraCatalogue.CAMERA_SKIP_STILL;
import static edgeai.settings.CameraCatalogue.CAMERA_SOURCE;
import static edgeai.settings.CameraCatalogue.CAMERA_TILES;
import static edgeai.settings.InferenceCatalogue.JPEG_QUALITY;

import edgeai.common.admin.CameraIdentity;
import edgeai.common.alert.AlertLimits;
import edgeai.common.network.ConfiguredCalls;
import edgeai.common.video.LiveSource;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.LocalAddress;
import edgeai.settings.SettingReader;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
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
 * @param skipStill which frames are not inferred ({@code SKIP_STILL})
 * @param tiles into which frames are cut ({@code TILES})
 * @param jpegQuality of the frames on their way to the model ({@code JPEG_QUALITY})
 */
public record CameraSettings(
    Source source,
    URI admin,
    CameraIdentity identity,
    double fps,
    Duration heartbeat,
    List<String> classes,
    SkipStill skipStill,
    Tiles tiles,
    int jpegQuality,
    AlertLimits alerts) {

  private static final String ALLOWED =
      "a video file, the index of a webcam, or an rtsp:// or http:// address, in whose user and"
          + " password # is written %23, / is %2F, ? is %3F and @ is %40";

  /** Either a file, which is looped, or a live source. */
  public record Source(Optional<Path> file, Optional<LiveSource> live) {
    /** Why its address is not called, as a predicate; empty where it is, or has none. */
    public Optional<String> refusal(ConfiguredCalls calls) {
      return live.flatMap(LiveSource::host).flatMap(host -> calls.refusal(host, false));
    }

    /** For people and logs: no password. */
    public String shown() {
      return live.map(LiveSource::shown).orElseGet(() -> file.orElseThrow().toString());
    }
  }

  /** Empty where {@code CAMERA_SOURCE} is not set. */
  static Optional<CameraSettings> read(SettingReader in) {
    return in.given(CAMERA_SOURCE).map(source -> read(in, source(source)));
  }

  private static CameraSettings read(SettingReader in, Source source) {
    URI admin =
        in.given(ADMIN_URL)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        ADMIN_URL.name(),
                        "",
                        "the address of the admin server, as CAMERA_SOURCE is set"));
    return new CameraSettings(
        source,
        admin,
        new CameraIdentity(in.value(CAMERA_ID), in.value(CAMERA_NAME), LocalAddress.towards(admin)),
        in.value(CAMERA_FPS),
        in.value(CAMERA_HEARTBEAT),
        in.find(CAMERA_CLASSES).orElse(List.of()),
        in.value(CAMERA_SKIP_STILL),
        in.value(CAMERA_TILES),
        in.value(JPEG_QUALITY),
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
    throw new InvalidSettingException(CAMERA_SOURCE.name(), LiveSource.hidden(setting), ALLOWED);
  }
}
