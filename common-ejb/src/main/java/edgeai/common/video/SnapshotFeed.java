package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The address of one JPEG picture as a stream of them, each in a part of its own: fetched again
 * when the one before is read and its time has come.
 */
final class SnapshotFeed extends Read_packet_Pointer_BytePointer_int {
  private static final int BUFFER_BYTES = 1 << 15;

  private final LiveSource source;
  private final StreamPatience patience = new StreamPatience();
  private final StreamFailure trouble;
  private final long intervalNanos;
  private final AVIOContext stream;
  private long due = System.nanoTime();
  private byte[] part;
  private int taken;
  private VideoException failure;

  /** Begins with a picture that was fetched already. */
  SnapshotFeed(LiveSource source, double fps, byte[] first) {
    this.source = source;
    this.trouble = new StreamFailure(source, patience);
    this.intervalNanos = fps > 0 ? Math.round(1e9 / fps) : 0;
    this.part = partOf(first);
    this.stream =
        avio_alloc_context(
            new BytePointer(av_malloc(BUFFER_BYTES)), BUFFER_BYTES, 0, null, this, null, null);
  }

  AVIOContext stream() {
    return stream;
  }

  /** Why it ended, null while it goes on. */
  VideoException failure() {
    return failure;
  }

  /** Called by libavformat for the next bytes. */
  @Override
  public int call(Pointer opaque, BytePointer buffer, int size) {
    try {
      if (taken == part.length) {
        awaitDue();
        part = partOf(fetch());
        taken = 0;
      }
    } catch (VideoException e) {
      failure = e;
      return AVERROR_EXIT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return AVERROR_EXIT;
    }
    int length = Math.min(size, part.length - taken);
    buffer.put(part, taken, length);
    taken += length;
    return length;
  }

  /** At an even pace; what took too long is not made up for. */
  private void awaitDue() throws InterruptedException {
    due = Math.max(due + intervalNanos, System.nanoTime());
    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
  }

  private byte[] fetch() throws VideoException {
    AVIOContext answer = new AVIOContext(null);
    try {
      LiveInput.fetch(source, answer, patience, trouble);
      HttpAnswer head = HttpAnswer.of(answer, trouble);
      if (!head.isPicture()) {
        head.requireVideo();
        throw VideoException.refused("answers no JPEG picture any more");
      }
      return head.wholePicture(answer, trouble);
    } finally {
      if (!answer.isNull()) {
        avio_closep(answer);
      }
    }
  }

  private static byte[] partOf(byte[] jpeg) {
    byte[] head =
        "--picture\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
            .formatted(jpeg.length)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] part = new byte[head.length + jpeg.length + 2];
    System.arraycopy(head, 0, part, 0, head.length);
    System.arraycopy(jpeg, 0, part, head.length, jpeg.length);
    part[part.length - 2] = '\r';
    part[part.length - 1] = '\n';
    return part;
  }

  /** After the container that reads from it. */
  @Override
  public void close() {
    av_free(stream.buffer());
    avio_context_free(stream);
    patience.close();
    super.close();
  }
}
