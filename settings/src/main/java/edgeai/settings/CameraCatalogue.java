package edgeai.settings;

import static edgeai.settings.Program.CAMERA;
import static edgeai.settings.Program.COORDINATOR;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What a camera node watches, and how it, or a coordinator, reports to an admin server. */
public final class CameraCatalogue {
  private static final Kind<String> AN_ID =
      Kind.matching("[^\\p{Cntrl}]{1,128}", "1 to 128 printable characters");

  public static final Setting<String> CAMERA_SOURCE =
      Setting.of(
              "CAMERA_SOURCE",
              Kind.source(),
              Fallback.none("no camera"),
              "a video file (looped at its own pace), an rtsp:// or http:// stream, the http://"
                  + " address of a JPEG picture (fetched CAMERA_FPS times a second), or the index of"
                  + " a webcam",
              CAMERA)
          .asSecret();

  public static final Setting<URI> ADMIN_URL =
      Setting.of(
          "ADMIN_URL",
          Kind.address(),
          Fallback.none("none"),
          "the admin server, which is told what is seen, by a coordinator one event a second at"
              + " most; needed with CAMERA_SOURCE",
          COORDINATOR,
          CAMERA);

  public static final Setting<String> COORDINATOR_CAMERA_ID =
      Setting.of(
          "CAMERA_ID",
          AN_ID,
          Fallback.to("cam1"),
          "what the coordinator is known by at the admin server",
          COORDINATOR);

  public static final Setting<String> CAMERA_ID =
      Setting.of(
          "CAMERA_ID",
          AN_ID,
          Fallback.made("the worker's id", in -> in.value(WorkerCatalogue.WORKER_ID)),
          "what it is known by there",
          CAMERA);

  public static final Setting<String> COORDINATOR_CAMERA_NAME =
      Setting.of(
          "CAMERA_NAME",
          Kind.text(),
          Fallback.to("Coordinator"),
          "shown for it there",
          COORDINATOR);

  public static final Setting<String> CAMERA_NAME =
      Setting.of(
          "CAMERA_NAME",
          Kind.text(),
          Fallback.made("the host name", in -> LocalAddress.hostName()),
          "shown for it there",
          CAMERA);

  public static final Setting<Double> CAMERA_FPS =
      Setting.of(
          "CAMERA_FPS",
          Kind.decimal(0.1, 60),
          Fallback.to(5.0),
          "frames taken per second of the source",
          CAMERA);

  public static final Setting<SkipStill> CAMERA_SKIP_STILL =
      Setting.of(
          "SKIP_STILL",
          SkipStill.kind(),
          Fallback.to(SkipStill.SAFE),
          "frames that show nothing new take what was found in the one before: never (off), as good"
              + " as if each were inferred (safe), with small changes passed over (fast), or from"
              + " which change on one is inferred; one a second is inferred all the same",
          CAMERA);

  public static final Setting<Tiles> CAMERA_TILES =
      Setting.of(
          "TILES",
          Tiles.kind(),
          Fallback.to(Tiles.WHOLE),
          "into how many overlapping parts frames are cut, for small objects; each part and the whole"
              + " frame are inferred, which is 3 inferences a frame for 2x1 and 7 for 3x2; auto"
              + " chooses by the frame's size",
          CAMERA);

  public static final Setting<List<String>> CAMERA_CLASSES =
      Setting.of(
          "CAMERA_CLASSES",
          Kind.list(),
          Fallback.none("all"),
          "labels that count in events, separated by commas, in any case; one that the model does"
              + " not have stops the start",
          CAMERA);

  public static final Setting<Duration> CAMERA_HEARTBEAT =
      Setting.of(
          "CAMERA_HEARTBEAT",
          Kind.seconds(1, 3_600),
          Fallback.to(Duration.ofSeconds(10)),
          "seconds between signs of life",
          CAMERA);

  static final List<Setting<?>> ALL =
      List.of(
          CAMERA_SOURCE,
          ADMIN_URL,
          COORDINATOR_CAMERA_ID,
          CAMERA_ID,
          COORDINATOR_CAMERA_NAME,
          CAMERA_NAME,
          CAMERA_FPS,
          CAMERA_SKIP_STILL,
          CAMERA_TILES,
          CAMERA_CLASSES,
          CAMERA_HEARTBEAT);

  private CameraCatalogue() {}
}
