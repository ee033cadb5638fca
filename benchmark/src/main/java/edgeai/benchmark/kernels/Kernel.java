package edgeai.benchmark.kernels;

import edgeai.common.vision.HeadKernel;
import edgeai.common.vision.JpegKernel;
import edgeai.common.vision.LetterboxKernel;
import edgeai.common.vision.SuppressionKernel;
import java.util.List;

/**
 * A step and what it is held against.
 *
 * @param name of the step
 * @param state class with both methods
 * @param method of the product's step
 * @param reference in words, empty where there is none
 * @param referenceMethod of what it is held against
 * @param candidates for the step's parameter of that name, 0 where it has none
 */
record Kernel(
    String name,
    Class<?> state,
    String method,
    String reference,
    String referenceMethod,
    int candidates) {

  static final List<Kernel> ALL =
      List.of(
          new Kernel(
              "JPEG decode 1280x720 for 640x640",
              JpegKernel.class,
              "decode",
              "all pixels (OpenCV imdecode)",
              "decodeAll",
              0),
          new Kernel(
              "letterbox 1280x720 into 640x640",
              LetterboxKernel.class,
              "letterbox",
              "OpenCV blobFromImageWithParams",
              "blob",
              0),
          new Kernel("head decode 84x8400", HeadKernel.class, "decode", "", "", 0),
          suppression(10),
          suppression(1000));

  private static Kernel suppression(int candidates) {
    return new Kernel(
        "suppression of %,d".formatted(candidates),
        SuppressionKernel.class,
        "suppress",
        "OpenCV NMSBoxesBatched",
        "openCv",
        candidates);
  }

  boolean hasReference() {
    return !reference.isEmpty();
  }
}
