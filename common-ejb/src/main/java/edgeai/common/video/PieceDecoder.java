package edgeai.common.video;

import edgeai.common.guard.Schedule;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Decodes untrusted pieces of one video, one after another, in a child process that stays for all
 * of them; one that a piece has broken is replaced for the next. One thread begins and reads; any
 * thread may close.
 */
public final class PieceDecoder implements AutoCloseable {
  private final DecoderSource source;
  private final VideoLimits limits;
  private final Schedule timer;
  private volatile boolean closed;
  private volatile PieceTalk talk;
  private PieceRequest piece;
  private BitSet came;
  private int last;
  private PieceEnd end;

  private PieceDecoder(DecoderSource source, VideoLimits limits, Schedule timer) {
    this.source = source;
    this.limits = limits;
    this.timer = timer;
  }

  /**
   * Starts a child; returns before it has loaded its libraries.
   *
   * @param limits pixels, times and memory of the child; a piece has no length in seconds
   * @param timer kills a child that stands still; nothing else runs on it
   * @throws VideoException if it cannot be started
   */
  public static PieceDecoder start(DecoderSource source, VideoLimits limits, Schedule timer)
      throws VideoException {
    PieceDecoder decoder = new PieceDecoder(source, limits, timer);
    decoder.talk = new PieceTalk(source, limits, timer);
    return decoder;
  }

  /**
   * Hands a piece to the child, which has all of it when this returns, and nothing decoded yet.
   *
   * @param payload the bytes of the piece's packets; read as far as the header says, not closed
   * @param output what is made of its frames
   * @throws IOException where the payload fails or ends early; the next piece may begin then
   * @throws VideoException where the child fails; the next piece gets another child
   * @throws InterruptedException if this thread is interrupted, which ends the child
   * @throws IllegalStateException where the piece before was not read to its end, or after close
   */
  public void begin(PieceHeader header, InputStream payload, PieceOutput output)
      throws VideoException, IOException, InterruptedException {
    if (closed) {
      throw new IllegalStateException("the decoder is closed");
    }
    if (piece != null && end == null && !talk.hasFailed()) {
      throw new IllegalStateException("the piece before was not read to its end");
    }
    PieceRequest request = new PieceRequest(header, output);
    piece = null;
    if (talk.hasFailed()) {
      replaceChild();
    }
    talk.say(request::write);
    byte[] part = new byte[PiecePayload.PART];
    for (long left = header.payloadBytes(); left > 0; ) {
      int read = read(payload, part, (int) Math.min(part.length, left));
      talk.say(out -> PiecePayload.part(out, part, read));
      left -= read;
    }
    piece = request;
    came = new BitSet();
    last = -1;
    end = null;
  }

  private void replaceChild() throws VideoException {
    talk.close();
    talk = new PieceTalk(source, limits, timer);
    if (closed) {
      talk.close();
    }
  }

  private int read(InputStream payload, byte[] part, int most)
      throws VideoException, IOException, InterruptedException {
    try {
      int read = payload.read(part, 0, most);
      if (read < 0) {
        throw new EOFException("the piece ended before all its packets had come");
      }
      return read;
    } catch (IOException | RuntimeException e) {
      talk.say(PiecePayload::breakOff);
      throw e;
    }
  }

  /**
   * Waits for the next wanted frame, in the order in which they are shown; empty at the piece's
   * end.
   *
   * @throws VideoException if the piece or its decoder fails, now and until the next piece begins
   * @throws InterruptedException if this thread is interrupted, which ends the child
   */
  public Optional<PiecePicture> next() throws VideoException, InterruptedException {
    if (piece == null) {
      throw new IllegalStateException("no piece was begun");
    }
    if (end != null) {
      return Optional.empty();
    }
    DecoderMessage message = talk.await();
    List<PieceFrame> frames = piece.header().frames();
    if (message instanceof PieceShot shot
        && shot.position() > last
        && shot.position() < frames.size()
        && shot.answers(piece)) {
      last = shot.position();
      came.set(last);
      return Optional.of(shot.picture(piece));
    }
    if (message instanceof PieceReport report && report.faults().size() == frames.size()) {
      end = end(report, frames);
      return Optional.empty();
    }
    throw talk.nonsense();
  }

  private PieceEnd end(PieceReport report, List<PieceFrame> frames) {
    List<MissedFrame> missed = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (!came.get(i)) {
        PieceFault fault = report.faults().get(i);
        missed.add(new MissedFrame(frames.get(i).id(), fault == null ? PieceFault.MISSING : fault));
      }
    }
    return new PieceEnd(report.decodedFrames(), List.copyOf(missed));
  }

  /**
   * What became of the piece.
   *
   * @throws IllegalStateException before {@link #next} came to the end
   */
  public PieceEnd end() {
    if (piece == null || end == null) {
      throw new IllegalStateException("the piece was not read to its end");
    }
    return end;
  }

  /** The child's process id, for tests that torment it. */
  long pid() {
    return talk.pid();
  }

  /** Kills the child if it still runs; returns at once. */
  @Override
  public void close() {
    closed = true;
    talk.close();
  }
}
