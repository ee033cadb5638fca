package edgeai.common.vision;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the outputs come to that a head reads, and no others: into memory that the session writes
 * into, or, where their length is not known beforehand, into a copy.
 */
final class OutputMemory implements AutoCloseable {

  private final Set<String> wanted;
  private final List<TensorMemory> memories = new ArrayList<>();
  private final Map<String, OnnxTensor> pinned = new HashMap<>();
  private List<FloatBuffer> floats = List.of();

  private OutputMemory(Set<String> wanted) {
    this.wanted = wanted;
  }

  static OutputMemory of(OrtEnvironment environment, ProvenModel model) throws OrtException {
    Probe probe = model.probe();
    if (model.head().isOfAnyLength()) {
      return new OutputMemory(new LinkedHashSet<>(probe.outputs()));
    }
    OutputMemory memory = new OutputMemory(Set.of());
    for (int index = 0; index < probe.outputs().size(); index++) {
      TensorMemory tensor =
          new TensorMemory(environment, probe.types().get(index), probe.shapes().get(index));
      memory.memories.add(tensor);
      memory.pinned.put(probe.outputs().get(index), tensor.tensor());
    }
    memory.floats = memory.memories.stream().map(TensorMemory::floats).toList();
    return memory;
  }

  /** Outputs that a result is to bring. */
  Set<String> wanted() {
    return wanted;
  }

  /** Memory for outputs that it need not bring. */
  Map<String, OnnxTensor> pinned() {
    return pinned;
  }

  /** Takes what a run answered. */
  void take(OrtSession.Result result) {
    memories.forEach(TensorMemory::load);
    if (!wanted.isEmpty()) {
      floats =
          wanted.stream()
              .map(name -> TensorMemory.copy((OnnxTensor) result.get(name).orElseThrow()))
              .toList();
    }
  }

  /** Of the last run; in the order of the probe. */
  List<FloatBuffer> floats() {
    return floats;
  }

  @Override
  public void close() {
    memories.forEach(TensorMemory::close);
  }
}
