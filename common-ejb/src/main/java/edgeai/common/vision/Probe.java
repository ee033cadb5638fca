package edgeai.common.vision;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model answers to the probe pictures.
 *
 * @param output name of its first output, the only one that is read
 * @param type of that output's numbers
 * @param shape of what came for the first picture
 * @param steady whether each picture got an answer of the same shape
 * @param answers one for each picture
 */
record Probe(
    String output, OnnxJavaType type, long[] shape, boolean steady, List<FloatBuffer> answers) {

  static Probe run(OrtEnvironment environment, OrtSession session, ModelSignature signature)
      throws OrtException, ModelException {
    String output = session.getOutputNames().iterator().next();
    List<long[]> shapes = new ArrayList<>();
    List<FloatBuffer> answers = new ArrayList<>();
    OnnxJavaType type = null;
    try (TensorMemory input =
        new TensorMemory(environment, signature.inputType(), signature.inputShape())) {
      for (ProbePicture picture : ProbePicture.values()) {
        picture.paint(input.floats(), signature.width(), signature.height());
        input.store();
        try (OrtSession.Result result =
            session.run(Map.of(signature.input(), input.tensor()), Set.of(output))) {
          OnnxTensor answer = signature.requireNumbers(result.get(0));
          type = answer.getInfo().type;
          shapes.add(answer.getInfo().getShape());
          answers.add(TensorMemory.copy(answer));
        }
      }
    }
    boolean steady = shapes.stream().allMatch(shape -> Arrays.equals(shape, shapes.get(0)));
    return new Probe(output, type, shapes.get(0), steady, List.copyOf(answers));
  }
}
