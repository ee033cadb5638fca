package edgeai.cli.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a process was started with, as the system tells. */
public final class CommandLine {
  private static final Path PROCESSES = Path.of("/proc");
  private static final int LOOKS = 50;
  private static final long PAUSE_NANOS = 2_000_000;

  private CommandLine() {}

  /** Whether this system shows how processes were started, with all their words and settings. */
  public static boolean isWhole() {
    return Files.isReadable(PROCESSES.resolve("self/cmdline"));
  }

  /** Whether a word of it contains something; false of a process that is not there. */
  public static boolean contains(long pid, String sign) {
    try {
      return isWhole()
          ? text(pid, "cmdline").contains(sign)
          : ProcessHandle.of(pid)
              .flatMap(process -> process.info().commandLine())
              .filter(line -> line.contains(sign))
              .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** The words of any process, as they are at this moment; none of one that shows none. */
  public static List<String> glance(ProcessHandle process) {
    try {
      return isWhole()
          ? List.of(Files.readString(line(process.pid())).split("\0"))
          : process.info().arguments().map(List::of).orElse(List.of());
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path line(long pid) {
    return PROCESSES.resolve(Long.toString(pid)).resolve("cmdline");
  }

  /** The words of a process's line. */
  public static List<String> words(long pid) throws IOException {
    return List.of(text(pid, "cmdline").split("\0"));
  }

  /** {@code NAME=value} of each variable that it was started with. */
  public static List<String> settings(long pid) throws IOException {
    return List.of(text(pid, "environ").split("\0"));
  }

  /** The folder that it works in. */
  public static Path folder(long pid) throws IOException {
    return PROCESSES.resolve(Long.toString(pid)).resolve("cwd").toRealPath();
  }

  /**
   * A process that becomes another program, as each does that is started, has no words for a
   * moment, or a part of one: it is looked at again until the last one is whole. One that has none
   * for good, such as one that has ended and that nobody has waited for, is believed after a tenth
   * of a second.
   */
  private static String text(long pid, String file) throws IOException {
    Path path = PROCESSES.resolve(Long.toString(pid)).resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    for (int look = 0; !isWhole(bytes) && look < LOOKS; look++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      bytes = Files.readAllBytes(path);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean isWhole(byte[] words) {
    return words.length > 0 && words[words.length - 1] == 0;
  }
}
