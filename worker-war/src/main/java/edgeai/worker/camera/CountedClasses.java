package edgeai.worker.camera;

import edgeai.common.vision.LabelSearch;
import edgeai.common.vision.ModelCard;
import edgeai.settings.InvalidSettingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which labels count in a camera's events: those that the operator named, or all. */
final class CountedClasses {
  private final List<String> written;
  private volatile Set<String> labels = Set.of();

  /**
   * @param written as the operator wrote them, empty for all
   */
  CountedClasses(List<String> written) {
    this.written = List.copyOf(written);
  }

  /**
   * Finds them among those of the model.
   *
   * @throws InvalidSettingException where the model has none of a name
   */
  void lookUp(ModelCard model) {
    LabelSearch search = new LabelSearch(model.classes());
    labels =
        written.stream()
            .map(name -> search.find(name).orElseThrow(() -> unknown(name, search, model)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Finds those that another model has as well, which came in place of the one before.
   *
   * @return those that it does not have, as they were written
   */
  List<String> follow(ModelCard model) {
    LabelSearch search = new LabelSearch(model.classes());
    labels =
        written.stream()
            .flatMap(name -> search.find(name).stream())
            .collect(Collectors.toUnmodifiableSet());
    return written.stream().filter(name -> search.find(name).isEmpty()).toList();
  }

  private static InvalidSettingException unknown(String name, LabelSearch search, ModelCard model) {
    return new InvalidSettingException(
        "CAMERA_CLASSES",
        name,
        "classes of the model %s, which has no such one (the nearest are %s)"
            .formatted(model.name(), String.join(", ", search.nearest(name))));
  }

  /** What of these counts, in their order. */
  Map<String, Integer> of(Map<String, Integer> counts) {
    Map<String, Integer> counted = new LinkedHashMap<>(counts);
    if (!written.isEmpty()) {
      counted.keySet().retainAll(labels);
    }
    return counted;
  }
}
