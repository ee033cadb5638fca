package edgeai.cli.machine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a small program of this machine prints. */
public final class ProgramOutput {
  private static final int MOST_BYTES = 1 << 20;

  private ProgramOutput() {}

  /** Empty where it is not there, fails, or takes too long. */
  public static Optional<String> of(Duration limit, String... line) throws InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(line)
              .redirectInput(new File("/dev/null"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return Optional.empty();
    }
    // it ends what stands still, and with it the reading
    Thread end = Thread.ofPlatform().daemon().start(() -> endAfter(process, limit));
    try {
      String output =
          new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      process.getInputStream().close();
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      end.interrupt();
      process.destroyForcibly();
    }
  }

  private static void endAfter(Process process, Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
