package edgeai.coordinator.upload;

import edgeai.common.error.InvalidInput;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.job.JobOptions;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The options of one upload, from the query or from form fields; a form field wins. */
final class UploadOptions {
  static final int MAX_SAMPLE_FPS = 1_000;
  private static final int MAX_CLASSES = 500;
  private static final int MAX_LABEL = 128;

  private final Function<String, ClassChoice> models;
  private ClassChoice choice;
  private Set<String> asked = Set.of();
  private double sampleFps;
  private OptionalDouble confidence = OptionalDouble.empty();
  private SkipStill skipStill;
  private Tiles tiles;

  /**
   * @param sampleFps where nothing else is asked for
   * @param skipStill where nothing else is asked for
   * @param tiles where nothing else is asked for
   * @param choice of labels where no model is asked for
   * @param models has that of a model by its name; throws what the client is to be told where there
   *     is none
   */
  UploadOptions(
      double sampleFps,
      SkipStill skipStill,
      Tiles tiles,
      ClassChoice choice,
      Function<String, ClassChoice> models) {
    this.sampleFps = sampleFps;
    this.skipStill = skipStill;
    this.tiles = tiles;
    this.choice = choice;
    this.models = models;
  }

  /** Sets an option; unknown names are ignored, an empty value counts as left out. */
  void set(String name, String value) {
    if (value.isBlank()) {
      return;
    }
    switch (name) {
      case "sample_fps" -> sampleFps = number(name, value, MAX_SAMPLE_FPS);
      case "confidence" -> confidence = OptionalDouble.of(number(name, value, 1));
      case "skip_still" ->
          skipStill = SkipStill.of(value).orElseThrow(() -> wrong(name, value, SkipStill.ALLOWED));
      case "tiles" -> tiles = Tiles.of(value).orElseThrow(() -> wrong(name, value, Tiles.ALLOWED));
      case "classes" -> setClasses(value);
      case "model" -> setModel(value);
      default -> {}
    }
  }

  private void setClasses(String value) {
    Set<String> labels =
        Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(label -> !label.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (labels.size() > MAX_CLASSES
        || labels.stream().anyMatch(label -> label.length() > MAX_LABEL)) {
      throw new InvalidInput(
          "classes takes at most %d labels of %d characters.".formatted(MAX_CLASSES, MAX_LABEL));
    }
    asked = labels;
  }

  /** Its labels are those that may be asked for. */
  private void setModel(String value) {
    choice = models.apply(value.strip());
  }

  /**
   * Holds what is asked for so far against the model.
   *
   * @throws InvalidInput where it does not have the labels
   */
  void requireLabels() {
    choice.spelled(asked);
  }

  /** As {@link #requireLabels}, and all of it. */
  JobOptions toJobOptions() {
    Set<String> classes = Set.copyOf(choice.spelled(asked));
    return new JobOptions(sampleFps, confidence, classes, skipStill, tiles, tiles);
  }

  /** The model that the job will go by: what was asked for, or the pool's when the upload began. */
  ModelCard model() {
    return choice.model();
  }

  private static double number(String name, String value, double max) {
    try {
      double number = Double.parseDouble(value.strip());
      if (number >= 0 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, value, max);
    }
    throw wrong(name, value, max);
  }

  private static RuntimeException wrong(String name, String value, double max) {
    return wrong(name, value, "a number from 0 to %d".formatted((long) max));
  }

  private static RuntimeException wrong(String name, String value, String allowed) {
    String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
    return new InvalidInput("%s must be %s, not %s.".formatted(name, allowed, shown));
  }
}
