package edgeai.common.vision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/** The models that come with a build, under the names by which they are asked for. */
public enum BundledModel {
  /** Trained on drawn streets. */
  STREET("street", "street.onnx", "build it with model/street.onnx in place"),

  /** Trained on photographs; made of what npm's registry has, which a build may be without. */
  COCO("coco", "/edgeai/coco/coco.onnx", "build it where npm can fetch its source");

  private final String word;
  private final String resource;
  private final String remedy;

  private String hash;

  BundledModel(String word, String resource, String remedy) {
    this.word = word;
    this.resource = resource;
    this.remedy = remedy;
  }

  /** The one of a name, empty where there is none. */
  public static Optional<BundledModel> named(String word) {
    return Arrays.stream(values()).filter(model -> model.word.equals(word)).findFirst();
  }

  /** The one where none is asked for: trained on photographs, where this build has it. */
  public static BundledModel usual() {
    return COCO.isThere() ? COCO : STREET;
  }

  /** What it is called, since its file is named after its hash. */
  public String word() {
    return word;
  }

  /** Whether this build has it. */
  public boolean isThere() {
    return BundledModel.class.getResource(resource) != null;
  }

  /**
   * Its file in a data folder, unpacked first where it is missing or damaged.
   *
   * @throws ModelException if it cannot be written there, or this build comes without it
   */
  public Path in(Path dataDir) throws ModelException {
    try {
      return new ModelStore(dataDir).keep(hash(), this::unpack);
    } catch (IOException e) {
      throw new ModelException(
          "The bundled model %s cannot be unpacked into %s; make DATA_DIR a folder with room that can be written to."
              .formatted(word, dataDir),
          e);
    }
  }

  /**
   * The hash of its file, 64 lower-case hexadecimal digits.
   *
   * @throws ModelException if this build comes without it
   */
  public String sha256() throws ModelException {
    try {
      return hash();
    } catch (IOException e) {
      throw new ModelException("The bundled model %s cannot be read.".formatted(word), e);
    }
  }

  /** What comes with the build stays as it is. */
  private synchronized String hash() throws IOException, ModelException {
    if (hash == null) {
      try (InputStream model = open()) {
        hash = Sha256.of(model);
      }
    }
    return hash;
  }

  private void unpack(Path file) throws IOException, ModelException {
    try (InputStream model = open()) {
      Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private InputStream open() throws ModelException {
    InputStream model = BundledModel.class.getResourceAsStream(resource);
    if (model == null) {
      throw new ModelException(
          "This build comes without the model %s; %s, or set MODEL to another."
              .formatted(word, remedy));
    }
    return model;
  }
}
