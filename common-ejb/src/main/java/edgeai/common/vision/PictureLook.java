package edgeai.common.vision;

import ai.onnxruntime.OrtException;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;

/** One picture through the memory of one caller, as one or in tiles, and how long each step is. */
final class PictureLook {
  private final InferenceSlot slot;
  private final List<String> classes;
  private final double confidence;
  private List<Detection> detections = List.of();
  private long letterboxNanos;
  private long inferNanos;
  private long suppressNanos;

  /**
   * @param classes labels of the model
   * @param confidence what an object must score more than
   */
  PictureLook(InferenceSlot slot, List<String> classes, double confidence) {
    this.slot = slot;
    this.classes = classes;
    this.confidence = confidence;
  }

  /** Looks at all of the picture at once. */
  void at(Function<InferenceSlot, LetterboxGeometry> filling) throws OrtException {
    LetterboxGeometry geometry = fill(filling);
    detections =
        find().stream()
            .map(
                found ->
                    detection(
                        found.classIndex(),
                        found.score(),
                        geometry.toSource(found.cx(), found.cy(), found.width(), found.height())))
            .toList();
  }

  /**
   * Looks at a picture tile by tile, and at all of it once more, for what is larger than a tile.
   *
   * @param pixels of the picture, which may be those of a larger frame made smaller
   * @param width of the frame
   * @param height of the frame
   */
  void at(Function<InferenceSlot, Mat> pixels, int width, int height, TileGrid grid)
      throws OrtException {
    long started = System.nanoTime();
    Mat picture = pixels.apply(slot);
    letterboxNanos += System.nanoTime() - started;
    List<Tile> tiles = new ArrayList<>(grid.over(picture.cols(), picture.rows()));
    tiles.add(Tile.whole(picture.cols(), picture.rows()));
    TiledObjects objects = new TiledObjects();
    for (Tile tile : tiles) {
      LetterboxGeometry geometry = fill(any -> any.fill(picture, tile));
      objects.add(tile, find(), geometry);
    }
    started = System.nanoTime();
    LetterboxGeometry geometry =
        LetterboxGeometry.scaled(width, height, picture.cols(), picture.rows());
    detections =
        objects.merged().stream()
            .map(seen -> detection(seen.classIndex(), seen.score(), geometry.toSource(seen.area())))
            .toList();
    suppressNanos += System.nanoTime() - started;
  }

  private LetterboxGeometry fill(Function<InferenceSlot, LetterboxGeometry> filling) {
    long started = System.nanoTime();
    LetterboxGeometry geometry = filling.apply(slot);
    letterboxNanos += System.nanoTime() - started;
    return geometry;
  }

  private List<Candidate> find() throws OrtException {
    long started = System.nanoTime();
    slot.run();
    long inferred = System.nanoTime();
    List<Candidate> found = slot.objects(confidence);
    inferNanos += inferred - started;
    suppressNanos += System.nanoTime() - inferred;
    return found;
  }

  private Detection detection(int classIndex, double score, Box box) {
    return new Detection(classes.get(classIndex), Math.round(score * 10_000.0) / 10_000.0, box);
  }

  /** What was found, and the time it took. */
  Inference inference() {
    return new Inference(detections, letterboxNanos, inferNanos, suppressNanos);
  }
}
