package edgeai.common.vision;

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
 * @param note why the automatic choice fell back to the CPU; null when it did not
 */
public record ModelCard(
    String name,
    String sha256,
    List<String> classes,
    int inputWidth,
    int inputHeight,
    String provider,
    String note) {

  /** Keeps a copy of the classes. */
  public ModelCard {
    classes = List.copyOf(classes);
  }

  /** The same model under another name. */
  public ModelCard named(String other) {
    return new ModelCard(other, sha256, classes, inputWidth, inputHeight, provider, note);
  }
}
