package edgeai.common.vision;

import edgeai.common.wire.ModelInfo;
import edgeai.settings.Tiles;
import java.util.List;

/**
 * What is known of a loaded model.
 *
 * @param name file name without its extension
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param classes labels in the order of the model's class rows
 * @param inputWidth of the network's input, in pixels
 * @param inputHeight of the network's input, in pixels
 * @param provider what runs it: {@code cpu}, or {@code cuda:0} with the number of the device
 * @param licence as the model's metadata name it; null where they name none
 * @param source where it comes from, as the model's metadata name it; null where they name none
 * @param confidence below which its detections are dropped where nothing else is asked for, 0 to 1
 * @param note why the automatic choice fell back to the CPU; null when it did not
 */
public record ModelCard(
    String name,
    String sha256,
    List<String> classes,
    int inputWidth,
    int inputHeight,
    String provider,
    String licence,
    String source,
    double confidence,
    String note) {
  /** Of a model that names none of its own. */
  public static final double USUAL_CONFIDENCE = 0.4;

  /** Keeps a copy of the classes. */
  public ModelCard {
    classes = List.copyOf(classes);
  }

  /** Such as {@code 640x640}: width and height of the network's input. */
  public String inputSize() {
    return inputWidth + "x" + inputHeight;
  }

  /**
   * Into what frames are cut where this is asked for: what it names, and of {@link Tiles#AUTO} the
   * coarsest by which this network sees 0.4 of a frame's pixels along a side or more, or else that
   * by which it sees most. The same for the same sizes, whoever asks.
   *
   * @param width of frames as displayed
   * @param height of frames as displayed
   */
  public Tiles choose(Tiles asked, int width, int height) {
    return TileGrid.choose(asked, width, height, inputWidth, inputHeight);
  }

  /** The same in the words of the contract. */
  public ModelInfo info() {
    return new ModelInfo(
        name, sha256, classes, inputWidth, inputHeight, provider, licence, confidence, note);
  }

  /** One line for the log. */
  public String summary() {
    return "model %s (%d classes, %s) runs on %s%s"
        .formatted(
            name, classes.size(), inputSize(), provider, note == null ? "" : " (" + note + ")");
  }

  /** The same model under another name. */
  public ModelCard named(String other) {
    return new ModelCard(
        other,
        sha256,
        classes,
        inputWidth,
        inputHeight,
        provider,
        licence,
        source,
        confidence,
        note);
  }
}
