package edgeai.common.vision;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One way in which models answer. {@link Layouts} has all of them.
 *
 * @param name what the entry {@code layout} of a model's metadata calls it
 * @param outputs names of those that are read; empty for the first one, whatever its name
 * @param reader tells whether a model may answer so, and how it is read then
 */
record Layout(String name, List<String> outputs, Function<Specimen, Optional<Reading>> reader) {

  /** Of models whose first output says everything. */
  static Layout ofFirstOutput(String name, Function<Specimen, Optional<Reading>> reader) {
    return new Layout(name, List.of(), reader);
  }

  /** The outputs of a model that are read; empty where it has not got them. */
  List<String> outputsOf(ModelSignature signature) {
    if (outputs.isEmpty()) {
      return List.of(signature.outputs().get(0));
    }
    return signature.outputs().containsAll(outputs) ? outputs : List.of();
  }

  /** Whether it is told by the names of its outputs. */
  boolean isNamed() {
    return !outputs.isEmpty();
  }
}
