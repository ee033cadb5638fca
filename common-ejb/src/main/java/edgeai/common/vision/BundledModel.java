package edgeai.common.vision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The model that comes with this build, for servers that are told of no other. */
public final class BundledModel {

  /** What it is called, since its file is named after its hash. */
  public static final String NAME = "street";

  private static final String RESOURCE = "street.onnx";

  private BundledModel() {}

  /**
   * Its file in a data folder, unpacked first where it is missing or damaged.
   *
   * @throws ModelException if it cannot be written there, or this build comes without it
   */
  public static Path in(Path dataDir) throws ModelException {
    try {
      return new ModelStore(dataDir).keep(sha256(), BundledModel::unpack);
    } catch (IOException e) {
      throw new ModelException(
          "The bundled model cannot be unpacked into %s; make DATA_DIR a folder with room that can be written to."
              .formatted(dataDir),
          e);
    }
  }

  private static String sha256() throws IOException, ModelException {
    try (InputStream model = open()) {
      return Sha256.of(model);
    }
  }

  private static void unpack(Path file) throws IOException, ModelException {
    try (InputStream model = open()) {
      Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static InputStream open() throws ModelException {
    InputStream model = BundledModel.class.getResourceAsStream(RESOURCE);
    if (model == null) {
      throw new ModelException(
          "This build comes without a model; build it with model/street.onnx in place, or set MODEL.");
    }
    return model;
  }
}
