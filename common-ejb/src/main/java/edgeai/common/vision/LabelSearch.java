package edgeai.common.vision;

import edgeai.settings.NearestNames;
import java.util.List;
import java.util.Optional;

/** Finds the labels of a model that a person means, whatever the case they are written in. */
public final class LabelSearch {
  private final List<String> labels;

  public LabelSearch(List<String> labels) {
    this.labels = List.copyOf(labels);
  }

  /** The label as the model has it, empty where it has none like that. */
  public Optional<String> find(String written) {
    return labels.contains(written)
        ? Optional.of(written)
        : labels.stream().filter(label -> label.equalsIgnoreCase(written)).findFirst();
  }

  /** Those that are written most alike, the nearest first. */
  public List<String> nearest(String written) {
    return new NearestNames(labels).to(written);
  }
}
