package edgeai.benchmark.loop;

import edgeai.benchmark.Run;
import edgeai.benchmark.efficiency.Sharing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The plain program, in a process of its own that does nothing between two passes. */
public final class LoopProcess implements AutoCloseable {
  private static final long END_SECONDS = 20;

  private final Process process;
  private final BufferedReader answers;
  private final PrintStream requests;

  private LoopProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Starts it with the run's model and waits until that is warm. */
  public static LoopProcess start(Run run, Sharing sharing) throws IOException {
    List<String> line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.bytedeco.javacpp.cachedir=" + run.scratch().resolve("natives"),
            "-cp",
            System.getProperty("java.class.path"),
            BareLoop.class.getName(),
            run.model().toString(),
            run.provider(),
            String.valueOf(sharing.callers()),
            String.valueOf(sharing.threads()));
    ProcessBuilder builder = new ProcessBuilder(line);
    LoopProcess loop =
        new LoopProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    loop.answer();
    return loop;
  }

  /**
   * A pass over a video.
   *
   * @param sampleFps frames of a second of the video, 0 for all
   * @param mostFrames after which it ends
   */
  public LoopFigures pass(Path file, double sampleFps, int mostFrames) throws IOException {
    requests.println(BareLoop.request(file.toAbsolutePath(), sampleFps, mostFrames));
    return LoopFigures.parse(answer());
  }

  private String answer() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the plain program has ended");
    }
    return answer;
  }

  @Override
  public void close() {
    requests.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
