package edgeai.common.vision;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Shows a model the probe pictures, once for each form of its input and outputs in question. */
final class Probes {

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ModelSignature signature;
  private final Map<Question, Probe> known = new HashMap<>();

  private record Question(List<String> outputs, InputForm form) {}

  Probes(OrtEnvironment environment, OrtSession session, ModelSignature signature) {
    this.environment = environment;
    this.session = session;
    this.signature = signature;
  }

  /**
   * What the model answers.
   *
   * @param outputs the only ones that are fetched
   * @throws ModelException if one of these is no tensor of numbers
   */
  Probe of(List<String> outputs, InputForm form) throws OrtException, ModelException {
    Question question = new Question(outputs, form);
    Probe probe = known.get(question);
    if (probe == null) {
      probe = run(outputs, form);
      known.put(question, probe);
    }
    return probe;
  }

  private Probe run(List<String> outputs, InputForm form) throws OrtException, ModelException {
    List<List<long[]>> shapes = new ArrayList<>();
    List<List<FloatBuffer>> answers = new ArrayList<>();
    List<OnnxJavaType> types = List.of();
    try (ModelInputs inputs = new ModelInputs(environment, signature)) {
      for (ProbePicture picture : ProbePicture.values()) {
        picture.paint(inputs.floats(), signature.width(), signature.height(), form);
        inputs.store();
        try (OrtSession.Result result =
            session.run(inputs.byName(), new LinkedHashSet<>(outputs))) {
          List<OnnxTensor> tensors = tensors(outputs, result);
          types = tensors.stream().map(tensor -> tensor.getInfo().type).toList();
          shapes.add(tensors.stream().map(tensor -> tensor.getInfo().getShape()).toList());
          answers.add(tensors.stream().map(TensorMemory::copy).toList());
        }
      }
    }
    List<long[]> first = shapes.get(0);
    boolean steady =
        shapes.stream().allMatch(other -> Arrays.deepEquals(other.toArray(), first.toArray()));
    return new Probe(outputs, types, first, steady, List.copyOf(answers));
  }

  private List<OnnxTensor> tensors(List<String> outputs, OrtSession.Result result)
      throws ModelException {
    List<OnnxTensor> tensors = new ArrayList<>();
    for (String output : outputs) {
      OnnxValue answer = result.get(output).orElseThrow();
      tensors.add(signature.requireNumbers(answer));
    }
    return tensors;
  }
}
