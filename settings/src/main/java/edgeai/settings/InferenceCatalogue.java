package edgeai.settings;

import static edgeai.settings.Program.CAMERA;
import static edgeai.settings.Program.COORDINATOR;
import static edgeai.settings.Program.WORKER;

import java.nio.file.Path;
import java.util.List;

/** The model and how it is run, wherever there is one. */
public final class InferenceCatalogue {
  /** The models that come with a build, by name. */
  private static final String BUNDLED = "street, coco";

  private static final String MODEL_FILE =
      "an ONNX file that holds all its weights, or the name of a bundled model";

  public static final Setting<Path> MODEL =
      Setting.of(
          "MODEL",
          Kind.pathOr(BUNDLED),
          Fallback.none("coco; street where the build has no coco"),
          MODEL_FILE
              + "; a bundled one is unpacked into DATA_DIR/models, and again where that file is"
              + " damaged",
          COORDINATOR);

  public static final Setting<Path> WORKER_MODEL =
      Setting.of(
          "MODEL",
          Kind.pathOr(BUNDLED),
          Fallback.none("its coordinator's; a camera that serves none: as a coordinator"),
          MODEL_FILE,
          WORKER,
          CAMERA);

  public static final Setting<String> PROVIDER =
      everywhere(
          "PROVIDER",
          Kind.matching("auto|cpu|cuda(:\\d{1,3})?", "auto, cpu, cuda or cuda:n"),
          Fallback.to("auto"),
          "what infers; auto takes CUDA where it works, and says where it does not");

  public static final Setting<Double> CONFIDENCE_THRESHOLD =
      everywhere(
          "CONFIDENCE_THRESHOLD",
          Kind.decimal(0, 1),
          Fallback.none("the model's own, else 0.4"),
          "detections below are dropped");

  public static final Setting<Integer> INFER_CALLERS =
      everywhere(
          "INFER_CALLERS",
          Kind.integer(1, 256),
          Fallback.made("cores", in -> cores()),
          "inferences at the same time");

  public static final Setting<Integer> INFER_THREADS =
      everywhere(
          "INFER_THREADS",
          Kind.integer(1, 256),
          Fallback.made("cores / callers", in -> Math.max(1, cores() / in.value(INFER_CALLERS))),
          "threads of one inference");

  public static final Setting<Long> MAX_VIDEO_PIXELS =
      everywhere(
          "MAX_VIDEO_PIXELS",
          Kind.whole(1, Integer.MAX_VALUE),
          Fallback.to(7680L * 4320, "33177600 (8K)"),
          "width times height of a video as displayed, or of a picture");

  public static final Setting<Integer> JPEG_QUALITY =
      Setting.of(
          "JPEG_QUALITY",
          Kind.integer(1, 100),
          Fallback.to(85),
          "of frames sent to workers and viewers, or to a camera's model; one that was made smaller"
              + " for the model loses a third of that (95)",
          COORDINATOR,
          CAMERA);

  static final List<Setting<?>> ALL =
      List.of(
          MODEL,
          WORKER_MODEL,
          PROVIDER,
          CONFIDENCE_THRESHOLD,
          INFER_CALLERS,
          INFER_THREADS,
          MAX_VIDEO_PIXELS,
          JPEG_QUALITY);

  private InferenceCatalogue() {}

  private static <T> Setting<T> everywhere(
      String name, Kind<T> kind, Fallback<T> fallback, String meaning) {
    return Setting.of(name, kind, fallback, meaning, COORDINATOR, WORKER, CAMERA);
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
