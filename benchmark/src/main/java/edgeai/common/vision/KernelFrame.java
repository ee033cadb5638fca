package edgeai.common.vision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The frame that kernels work on, which the parent process has written to a file. */
public final class KernelFrame {

  /** The system property with the file's name. */
  public static final String PROPERTY = "bench.frame";

  private KernelFrame() {}

  static byte[] jpeg() throws IOException {
    return Files.readAllBytes(Path.of(System.getProperty(PROPERTY)));
  }
}
