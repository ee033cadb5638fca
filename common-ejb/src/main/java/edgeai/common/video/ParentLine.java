package edgeai.common.video;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The child's way to its parent: messages, and signs of life where those are far apart. */
final class ParentLine implements FrameWriter.Output {
  private static final long PROGRESS_NANOS = 1_000_000_000L;

  private final DataOutputStream out;
  private long lastWord = System.nanoTime();

  ParentLine(DataOutputStream out) {
    this.out = out;
  }

  @Override
  public void send(DecoderMessage message) throws IOException {
    message.write(out);
    out.flush();
    lastWord = System.nanoTime();
  }

  /** Says that work goes on, if nothing was said for a while. */
  void signOfLife() {
    if (System.nanoTime() - lastWord > PROGRESS_NANOS) {
      try {
        send(new DecoderMessage.Progress());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
