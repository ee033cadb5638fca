package edgeai.common.vision;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A model's file, which exists, could be read and holds the whole model.
 *
 * @param path of the file
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param header what it says of itself
 */
record ModelFile(Path path, String sha256, OnnxHeader header) {

  /** A protobuf message cannot be larger. */
  private static final long LARGEST = Integer.MAX_VALUE;

  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private static final int LONGEST_REASON = 400;

  static ModelFile of(Path path) throws ModelException {
    if (!Files.isRegularFile(path)) {
      throw new ModelException(
          "There is no model file at " + path + "; put one there or name another.");
    }
    try {
      OnnxHeader header = OnnxHeader.read(path);
      requireWhole(path, header);
      return new ModelFile(path, Sha256.of(path), header);
    } catch (IOException e) {
      throw new ModelException(path + " cannot be read; check its permissions.", e);
    }
  }

  private static void requireWhole(Path path, OnnxHeader header)
      throws IOException, ModelException {
    String name = path.getFileName().toString();
    if (startsWith(path, ZIP)) {
      throw new ModelException(
          "%s is a PyTorch file or another archive, no ONNX model; export it first: yolo export model=%s format=onnx opset=17."
              .formatted(name, name));
    }
    long bytes = Files.size(path) + header.externalBytes();
    if (bytes > LARGEST) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s has %.1f GB with all weights, and an ONNX file holds 2 GB at most; use a smaller model, or export it in half precision.",
              name,
              bytes / 1e9));
    }
    if (header.hasExternalWeights()) {
      throw new ModelException(
          "%s keeps weights in another file (%s), which neither its hash covers nor workers get; put all into one file: python -c \"import onnx; onnx.save(onnx.load('%s'), 'whole.onnx')\" and MODEL=whole.onnx."
              .formatted(name, header.externalFile(), name));
    }
  }

  private static boolean startsWith(Path path, byte[] signature) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(signature.length), signature);
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
  ModelException refused(DetectorOptions options, Throwable reason) {
    String known = LoadFailure.sentence(String.valueOf(reason.getMessage()), header);
    if (known != null) {
      return new ModelException("%s %s.".formatted(fileName(), known), reason);
    }
    if (reason instanceof OutOfMemoryError || reason instanceof ArithmeticException) {
      return new ModelException(
          "%s needs more memory than this server may have (%s); export it with a smaller imgsz."
              .formatted(fileName(), firstLine(reason)),
          reason);
    }
    if (options.cuda()) {
      return ModelException.ofThisMachine(
          "%s does not run on CUDA device %d (%s); use ONNX Runtime's build for GPUs with CUDA 12 and cuDNN 9, or the provider cpu."
              .formatted(fileName(), options.device(), firstLine(reason)),
          reason);
    }
    return new ModelException(
        "%s does not run as an ONNX model (%s); export it again with 'yolo export format=onnx'."
            .formatted(fileName(), firstLine(reason)),
        reason);
  }

  /** Of a message, without the runtime's error code, its source lines and its last full stop. */
  static String firstLine(Throwable e) {
    String line =
        (e.getMessage() == null ? e.toString() : e.getMessage())
            .lines()
            .findFirst()
            .orElse("no reason given")
            .replaceFirst("^Error code - \\w+ - message: ", "")
            .replaceFirst("/onnxruntime_src/.* was false\\. ", "")
            .replaceAll("/onnxruntime_src/\\S+:\\d+ .*?\\)(?: const)? ", " ")
            .strip()
            .replaceFirst("\\.$", "");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
  }
}
