package edgeai.common.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the child process is started: which Java, which class path, where it may unpack its native
 * libraries.
 */
public final class DecoderCommand extends DecoderSource {
  /** All that a child inherits: secrets of the server are not among it. */
  private static final Set<String> INHERITED =
      Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "TMPDIR", "SYSTEMROOT");

  private static final String JAR = "decoder.jar";

  private final Path folder;
  private final List<Path> classPath;
  private final String mainClass;

  private DecoderCommand(Path folder, List<Path> classPath, String mainClass) {
    this.folder = Objects.requireNonNull(folder).toAbsolutePath();
    this.classPath = List.copyOf(classPath);
    this.mainClass = mainClass;
  }

  /**
   * Finds the class path where this class and the bytedeco jars were loaded from.
   *
   * @param folder for native libraries (about 180 MB) and short logs: writable, kept between runs,
   *     shared by all children of this server and by nobody else
   * @throws IllegalStateException if the place of a class cannot be told
   */
  public static DecoderCommand in(Path folder) {
    return new DecoderCommand(folder, DecoderClassPath.find(), DecoderMain.class.getName());
  }

  /**
   * The same for a server.
   *
   * @param dataDir of which its children share a folder
   */
  public static DecoderCommand ofServer(Path dataDir) {
    return in(dataDir.resolve("cache").resolve("decoder"));
  }

  /** Takes the class path as given: jars, and folders of classes. */
  public static DecoderCommand in(Path folder, List<Path> classPath) {
    return new DecoderCommand(folder, classPath, DecoderMain.class.getName());
  }

  /** This command with another main class, as tests of a failing child need. */
  DecoderCommand running(String otherMain) {
    return new DecoderCommand(folder, classPath, otherMain);
  }

  Path folder() {
    return folder;
  }

  @Override
  DecoderProcess child(VideoLimits limits) throws VideoException {
    return DecoderProcess.start(this, limits);
  }

  /** What starts the child, whose folder must be there. */
  ProcessBuilder process(VideoLimits limits) throws IOException {
    DecoderClassPath.write(classPath, folder.resolve(JAR));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("-XX:+DisplayVMOutputToStderr");
    command.add("-XX:+ErrorFileToStderr");
    command.add("-XX:-CreateCoredumpOnCrash");
    command.add("-Djava.awt.headless=true");
    command.add(
        "--enable-native-access=ALL-UNNAMED"); // else Java complains where the child reports
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + folder);
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + limits.memoryMegabytes() + "m");
    command.add("-cp");
    command.add(JAR); // found from the folder it starts in
    command.add(mainClass);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENCV_LOG_LEVEL", "SILENT");
    return builder;
  }
}
