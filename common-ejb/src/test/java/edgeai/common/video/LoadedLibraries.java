package edgeai.common.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which native libraries a process on Linux has loaded. */
final class LoadedLibraries {
  private LoadedLibraries() {}

  static boolean hasOpenCv(long pid) throws IOException {
    return has(pid, "libjniopencv_imgcodecs.so");
  }

  static boolean has(long pid, String library) throws IOException {
    return Files.readString(Path.of("/proc", String.valueOf(pid), "maps")).contains(library);
  }
}
