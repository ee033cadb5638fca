package edgeai.common.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The way from a file to a {@link Detector}: whatever goes wrong on it has a sentence. */
final class DetectorOpening {

  private static final long CANARY_PIXELS = 1 << 20;

  private DetectorOpening() {}

  static Detector open(Path model, DetectorOptions options) throws ModelException {
    try {
      return choose(model, options);
    } catch (LinkageError e) {
      throw ModelException.ofThisMachine(NativeFailure.sentence(e), e);
    }
  }

  static Detector openWarm(Path model, DetectorOptions options) throws ModelException {
    Detector detector = open(model, options);
    try {
      detector.warmUp();
      Picture.decode(CanaryPicture.jpeg(), CANARY_PIXELS).close();
      return detector;
    } catch (UnreadablePictureException e) {
      detector.close();
      throw ModelException.ofThisMachine(
          "Pictures cannot be decoded on this machine: %s.".formatted(e.getMessage()), e);
    } catch (LinkageError e) {
      detector.close();
      throw ModelException.ofThisMachine(NativeFailure.sentence(e), e);
    } catch (RuntimeException | OutOfMemoryError e) {
      detector.close();
      throw new ModelException(
          "%s failed on its first picture (%s); export it again with 'yolo export format=onnx'."
              .formatted(model.getFileName(), ModelFile.firstLine(e)),
          e);
    }
  }

  private static Detector choose(Path model, DetectorOptions options) throws ModelException {
    if (!options.automatic()) {
      return open(model, options, null);
    }
    String note = "this ONNX Runtime build has no CUDA provider";
    if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      try {
        return open(model, options.withProvider("cuda"), null);
      } catch (ModelException e) {
        note = e.getMessage();
      }
    }
    return open(model, options.withProvider("cpu"), note);
  }

  private static Detector open(Path model, DetectorOptions options, String note)
      throws ModelException {
    ModelFile file = ModelFile.of(model);
    Sessions sessions = Sessions.open(file, options);
    List<InferenceSlot> slots = new ArrayList<>();
    boolean opened = false;
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      ProvenModel proven = ProvenModel.of(file.fileName(), environment, sessions.first());
      while (slots.size() < options.callers()) {
        slots.add(new InferenceSlot(environment, sessions, slots.size(), proven));
      }
      opened = true;
      return new Detector(sessions, card(file, proven, options, note), slots);
    } catch (OrtException | RuntimeException | OutOfMemoryError e) {
      throw file.refused(options, e);
    } finally {
      if (!opened) {
        Detector.release(sessions, slots);
      }
    }
  }

  private static ModelCard card(
      ModelFile file, ProvenModel proven, DetectorOptions options, String note) {
    ModelSignature signature = proven.signature();
    return new ModelCard(
        file.name(),
        file.sha256(),
        proven.classes(),
        signature.width(),
        signature.height(),
        options.cuda() ? "cuda:" + options.device() : "cpu",
        signature.licence(),
        signature.source(),
        signature.thresholds().confidence(),
        note);
  }
}
