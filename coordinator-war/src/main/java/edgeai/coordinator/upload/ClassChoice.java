package edgeai.coordinator.upload;

import edgeai.common.error.InvalidInput;
import edgeai.common.vision.ModelCard;
import edgeai.settings.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which labels a job may be asked for.
 *
 * @param model that the job will go by
 * @param open whether others may come too, from workers that infer with a model of their own
 */
record ClassChoice(ModelCard model, boolean open) {
  private static final int SPOKEN_OF = 5;
  private static final int SHOWN = 40;
  private static final String A_NUMBER = "\\d{1,5}";

  /**
   * The labels as the model spells them, whatever their case was.
   *
   * @throws InvalidInput with the nearest names, where the model does not have them
   */
  Set<String> spelled(Collection<String> asked) {
    Set<String> spelled = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (String label : asked) {
      List<String> meant = meant(label);
      spelled.addAll(meant);
      if (meant.isEmpty()) {
        (open ? spelled : unknown).add(label);
      }
    }
    if (!unknown.isEmpty()) {
      throw new InvalidInput(
          "classes: the model %s has no %s.".formatted(model.name(), described(unknown)));
    }
    return spelled;
  }

  private List<String> meant(String label) {
    return model.classes().contains(label)
        ? List.of(label)
        : model.classes().stream().filter(label::equalsIgnoreCase).toList();
  }

  private String described(Set<String> unknown) {
    NearestNames names = new NearestNames(model.classes());
    String first =
        unknown.stream()
            .limit(SPOKEN_OF)
            .map(label -> "%s (nearest: %s)".formatted(shown(label), nearest(label, names)))
            .collect(Collectors.joining(", no "));
    int more = unknown.size() - SPOKEN_OF;
    return more > 0 ? first + ", and none of %d others".formatted(more) : first;
  }

  /** What may have been meant; by a number, the label that has it in the model. */
  private String nearest(String label, NearestNames names) {
    if (label.matches(A_NUMBER) && Integer.parseInt(label) < model.classes().size()) {
      return model.classes().get(Integer.parseInt(label));
    }
    return String.join(", ", names.to(label));
  }

  private static String shown(String label) {
    return label.length() > SHOWN ? label.substring(0, SHOWN) + "…" : label;
  }
}
