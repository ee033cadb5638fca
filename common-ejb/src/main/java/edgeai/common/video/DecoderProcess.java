package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One child process and the pipes to it. Reading a pipe cannot be interrupted, but a child can be
 * killed: an interrupt of the reading thread kills it, and so does {@link #close}.
 */
final class DecoderProcess extends AbstractInterruptibleChannel {
  private static final Logger LOG = Logger.getLogger(DecoderProcess.class.getName());
  private static final int LOGGED_BYTES = 4096;
  private static final long EXIT_SECONDS = 60;

  private final Process process;
  private final DataInputStream answers;
  private final DataOutputStream questions;
  private final Path log;

  static DecoderProcess start(DecoderCommand command, VideoLimits limits) throws VideoException {
    try {
      return new DecoderProcess(command, limits);
    } catch (IOException e) {
      throw new VideoException(VideoException.Kind.UNAVAILABLE, DecoderFailure.NOT_STARTED, e);
    }
  }

  private DecoderProcess(DecoderCommand command, VideoLimits limits) throws IOException {
    Files.createDirectories(command.folder());
    log = Files.createTempFile(command.folder(), "decoder", ".log");
    try {
      process = command.process(limits).redirectError(Redirect.to(log.toFile())).start();
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(log);
      throw e;
    }
    answers = new DataInputStream(process.getInputStream());
    questions = new DataOutputStream(process.getOutputStream());
  }

  /** Hands the child its one request. */
  void ask(ChildRequest request) throws IOException {
    request.ask(questions);
  }

  /** Has a child that waits for its request load all libraries meanwhile. */
  void loadAll() {
    try {
      questions.write(ChildRequest.LOAD_ALL);
      questions.flush();
    } catch (IOException e) {
      LOG.log(Level.FINE, "The decoder has ended before it was to load its libraries", e);
    }
  }

  /** Something that is said to a child. */
  interface Words {
    void write(DataOutputStream out) throws IOException;
  }

  /**
   * Tells the child more, waiting until it has read nearly all.
   *
   * @throws java.nio.channels.ClosedByInterruptException when this thread was interrupted
   */
  void say(Words words) throws IOException {
    boolean completed = false;
    try {
      begin();
      words.write(questions);
      completed = true;
    } finally {
      end(completed);
    }
  }

  /** Tells the child how large pictures are wanted from now on. */
  void tell(SizeRequest size) throws IOException {
    size.write(questions);
  }

  /**
   * Waits for the child's next message.
   *
   * @throws java.nio.channels.ClosedByInterruptException when this thread was interrupted
   */
  DecoderMessage read(int maxJpegBytes) throws IOException {
    boolean completed = false;
    try {
      begin();
      DecoderMessage message = DecoderMessage.read(answers, maxJpegBytes);
      completed = true;
      return message;
    } finally {
      end(completed);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills the child if it still runs, and deletes its log. */
  void end() {
    try {
      close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "The decoder's log could not be deleted", e);
    }
  }

  /** Kills the child; whoever reads from it sees the end of its output. */
  void kill() {
    process.destroyForcibly();
  }

  /** Processor time it took so far; 0 where it has ended or the system does not tell. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long pid() {
    return process.pid();
  }

  /** The child's exit status, if it ends within a minute, which on a busy machine it may take. */
  OptionalInt exit() throws InterruptedException {
    return process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** Which native library this child, which has ended, could not load; else empty. */
  Optional<String> hindrance() {
    return saidAtFirst()
        .lines()
        .filter(line -> line.startsWith(DecoderMain.NO_LIBRARY))
        .map(line -> line.substring(DecoderMain.NO_LIBRARY.length()))
        .findFirst();
  }

  /** Hears of it once if this child ends because it cannot load its native libraries. */
  void whenHindered(Consumer<String> listener) {
    process.onExit().thenRun(() -> hindrance().ifPresent(listener));
  }

  /** The beginning of what the child wrote to its standard error. */
  String saidAtFirst() {
    try (var in = Files.newInputStream(log)) {
      return new String(in.readNBytes(LOGGED_BYTES), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Called once: by close, or at once by the interrupt of a thread that reads. */
  @Override
  protected void implCloseChannel() throws IOException {
    kill();
    Files.deleteIfExists(log);
  }
}
