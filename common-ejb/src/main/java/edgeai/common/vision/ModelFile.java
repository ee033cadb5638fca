package edgeai.common.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model's file, which exists and could be read.
 *
 * @param path of the file
 * @param sha256 of its bytes, lower-case hexadecimal
 */
record ModelFile(Path path, String sha256) {

  static ModelFile of(Path path) throws ModelException {
    if (!Files.isRegularFile(path)) {
      throw new ModelException(
          "There is no model file at " + path + "; put one there or name another.");
    }
    try {
      return new ModelFile(path, Sha256.of(path));
    } catch (IOException e) {
      throw new ModelException(path + " cannot be read; check its permissions.", e);
    }
  }

  String fileName() {
    return path.getFileName().toString();
  }

  /** The file name without its extension. */
  String name() {
    int dot = fileName().lastIndexOf('.');
    return dot > 0 ? fileName().substring(0, dot) : fileName();
  }

  /** Loads the model for the provider that the options name, which is not the automatic one. */
  OrtSession openSession(DetectorOptions options) throws ModelException {
    // there before a provider is named, which otherwise fails for want of a logger
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions settings = new OrtSession.SessionOptions()) {
      settings.setIntraOpNumThreads(options.threads());
      settings.setInterOpNumThreads(1);
      // a spinning thread is fast alone and ruinous on a shared machine
      settings.addConfigEntry("session.intra_op.allow_spinning", "0");
      if (options.cuda()) {
        // its buffers are not given back while threads take turns at a session
        settings.setMemoryPatternOptimization(false);
        settings.addCUDA(options.device());
      }
      return environment.createSession(path.toString(), settings);
    } catch (OrtException e) {
      throw refused(options, e);
    }
  }

  /** One sentence about what the runtime holds against this file on this provider. */
  ModelException refused(DetectorOptions options, Exception reason) {
    String message =
        options.cuda()
            ? "%s does not run on CUDA device %d (%s); use ONNX Runtime's build for GPUs with CUDA 12 and cuDNN 9, or the provider cpu."
                .formatted(fileName(), options.device(), firstLine(reason))
            : "%s does not run as an ONNX model (%s); export it again with 'yolo export format=onnx'."
                .formatted(fileName(), firstLine(reason));
    return new ModelException(message, reason);
  }

  /** Of a message, without the runtime's error code before it and its full stop after it. */
  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage())
        .lines()
        .findFirst()
        .orElse("no reason given")
        .replaceFirst("^Error code - \\w+ - message: ", "")
        .strip()
        .replaceFirst("\\.$", "");
  }
}
