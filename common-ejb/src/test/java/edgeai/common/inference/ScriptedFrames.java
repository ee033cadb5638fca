package edgeai.common.inference;

import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.video.PiecePicture;
import edgeai.common.vision.ModelCard;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;

/** Pictures of pieces as a test wants them: late, some not at all, or none any more. */
final class ScriptedFrames implements PieceSource {
  private final Queue<PieceFrame> frames = new ArrayDeque<>();
  private final Set<Long> leftOut = new HashSet<>();
  private long heldBefore = Long.MAX_VALUE;
  private long failsBefore = Long.MAX_VALUE;
  private int width = 2;
  private int height = 2;
  private BiConsumer<Long, byte[]> painter = (id, bgr) -> bgr[0] = (byte) (long) id;
  private int given;
  private boolean failed;
  private String breaksOn = "";

  volatile byte[] packets;
  volatile boolean closed;

  @Override
  public void begin(PieceHeader header, InputStream in, ModelCard model) throws IOException {
    packets = in.readNBytes((int) header.payloadBytes());
    if (packets.length < header.payloadBytes()) {
      throw new EOFException("cut");
    }
    frames.addAll(header.frames());
  }

  synchronized void holdBefore(long id) {
    heldBefore = id;
  }

  synchronized void goOn() {
    heldBefore = Long.MAX_VALUE;
    notifyAll();
  }

  synchronized void failBefore(long id) {
    failsBefore = id;
  }

  synchronized void leaveOut(long id) {
    leftOut.add(id);
  }

  synchronized void sized(int pixels, int rows) {
    width = pixels;
    height = rows;
  }

  synchronized void painted(BiConsumer<Long, byte[]> newPainter) {
    painter = newPainter;
  }

  synchronized int given() {
    return given;
  }

  @Override
  public synchronized Optional<PiecePicture> next() throws InterruptedException {
    while (!closed && !frames.isEmpty() && frames.peek().id() >= heldBefore) {
      wait();
    }
    while (!frames.isEmpty() && leftOut.contains(frames.peek().id())) {
      frames.remove();
    }
    if (closed || frames.isEmpty()) {
      return Optional.empty();
    }
    PieceFrame frame = frames.remove();
    if (frame.id() >= failsBefore) {
      failed = true;
      throw new IllegalStateException("crashed");
    }
    given++;
    byte[] bgr = new byte[3 * width * height];
    painter.accept(frame.id(), bgr);
    return Optional.of(
        new PiecePicture(
            frame.id(),
            frame.index(),
            frame.micros(),
            1920,
            1080,
            bgr,
            width,
            height,
            null,
            0,
            0,
            1,
            1));
  }

  /** Throws an error at that call, once. */
  synchronized void breaksOn(String call) {
    breaksOn = call;
  }

  private void breakOn(String call) {
    if (call.equals(breaksOn)) {
      breaksOn = "";
      throw new StackOverflowError(call);
    }
  }

  @Override
  public synchronized String absence(long frameId) {
    breakOn("absence");
    if (!frames.isEmpty()) {
      throw new IllegalStateException("the piece was not read to its end");
    }
    return "Frame %d is missing.".formatted(frameId);
  }

  @Override
  public boolean isReusable() {
    return !closed && !failed && !"close".equals(breaksOn);
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    breakOn("close");
  }
}
