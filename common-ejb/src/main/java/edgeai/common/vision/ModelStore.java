package edgeai.common.vision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The models that a server keeps in its data folder, each in a file named after its hash: whole, or
 * not there. Servers that start at the same time may share a folder.
 */
public final class ModelStore {

  private final Path folder;

  /**
   * Where a model comes from that is not kept yet.
   *
   * @param <X> what may go wrong beside reading and writing
   */
  @FunctionalInterface
  public interface Source<X extends Exception> {
    /** Writes the model into an empty file. */
    void writeTo(Path file) throws IOException, X;
  }

  /** The models of a data folder, which need not exist yet. */
  public ModelStore(Path dataDir) {
    folder = dataDir.resolve("models");
  }

  /** Where a model is, if it is kept. */
  public Path file(String sha256) {
    return folder.resolve(sha256 + ".onnx");
  }

  /**
   * The file of a model; where it is missing or damaged, the source is asked for it first.
   *
   * @param sha256 64 lower-case hexadecimal digits
   * @throws IOException if the folder cannot be read or written, or the source wrote another model
   */
  public <X extends Exception> Path keep(String sha256, Source<X> source) throws IOException, X {
    Path file = file(sha256);
    if (Files.isRegularFile(file) && Sha256.of(file).equals(sha256)) {
      return file;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, sha256, ".part");
    try {
      source.writeTo(part);
      if (!Sha256.of(part).equals(sha256)) {
        throw new IOException("the model that came is not " + sha256);
      }
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
