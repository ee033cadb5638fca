package edgeai.common.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;

/**
 * A model that was shown the probe pictures and understood.
 *
 * @param signature what it takes and who it says it is
 * @param probe what it answered
 * @param head how to read that
 * @param classes labels of the head's classes
 */
record ProvenModel(ModelSignature signature, Probe probe, Head head, List<String> classes) {

  /**
   * Shows a model the probe pictures.
   *
   * @param file name of its file, for messages
   * @throws ModelException if what it answers is no layout that is read here
   */
  static ProvenModel of(String file, OrtEnvironment environment, OrtSession session)
      throws OrtException, ModelException {
    ModelSignature signature = ModelSignature.of(file, session);
    return new HeadChoice(signature, new Probes(environment, session, signature)).choose();
  }
}
