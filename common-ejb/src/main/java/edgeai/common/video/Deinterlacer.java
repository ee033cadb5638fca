package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_BT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TB;
import static org.bytedeco.ffmpeg.global.avcodec.AV_FIELD_TT;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.ArrayDeque;
import java.util.Queue;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes whole frames of interlaced ones, one of each, in order. A flag alone is not believed: only
 * frames whose picture is combed change. Frames go through at once until the first that has the
 * flag; from then on they come two frames late.
 */
final class Deinterlacer implements AutoCloseable {
  /** The filter wants neighbours in every plane; nothing smaller was ever sent as fields. */
  private static final int SMALLEST_SIDE = 16;

  /** A frame with what goes with it. */
  record Timed(AVFrame frame, FrameTime time) {}

  private final boolean declared;
  private final boolean topFirst;
  private final Queue<Timed> ready = new ArrayDeque<>();
  private final Queue<FrameTime> inside = new ArrayDeque<>();
  private FieldFilter filter;
  private AVFrame before;
  private Timed held;
  private AVFrame given;

  /** Takes the field order that the container or the codec declares, as FFmpeg numbers it. */
  Deinterlacer(int fieldOrder) {
    topFirst = fieldOrder == AV_FIELD_TT || fieldOrder == AV_FIELD_BT;
    declared = isDeclared(fieldOrder);
  }

  /** Takes the next frame, which stays the caller's. */
  void put(AVFrame frame, FrameTime time) throws VideoException {
    if (filter != null && !filter.takes(frame)) {
      finish();
    }
    if (filter == null && isInterlaced(frame)) {
      filter = new FieldFilter(frame);
    }
    Timed next = new Timed(av_frame_clone(frame), time);
    if (filter == null) {
      offer(next);
    } else {
      filter(next.frame());
      held = next;
    }
  }

  /** Filters the frame that is held, now that the one after it is known. */
  private void filter(AVFrame after) throws VideoException {
    if (held == null) {
      return;
    }
    AVFrame frame = held.frame();
    // the filter looks at neighbours from its second frame on, so the first is one even if unwanted
    boolean combed =
        isInterlaced(frame)
            && (held.time().wanted() ? new Combing(before, frame, after).found() : before == null);
    inside.add(held.time());
    filter.put(frame, combed);
    free(before);
    before = frame;
    held = null;
    drain();
  }

  private boolean isInterlaced(AVFrame frame) {
    if (declared && !isFlagged(frame) && topFirst) {
      frame.flags(frame.flags() | AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST);
    }
    return isInterlaced(frame, declared);
  }

  private static boolean isFlagged(AVFrame frame) {
    return (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0;
  }

  /** Whether a track's field order, as FFmpeg numbers it, is one of fields. */
  static boolean isDeclared(int fieldOrder) {
    return fieldOrder == AV_FIELD_TT
        || fieldOrder == AV_FIELD_BT
        || fieldOrder == AV_FIELD_BB
        || fieldOrder == AV_FIELD_TB;
  }

  /** Whether a frame has to be looked at with those beside it. */
  static boolean isInterlaced(AVFrame frame, boolean declared) {
    return (isFlagged(frame) || declared)
        && Math.min(frame.width(), frame.height()) >= SMALLEST_SIDE;
  }

  /** The next wanted frame that is ready, valid until the next call, or null. */
  Timed take() {
    given = free(given);
    Timed next = ready.poll();
    given = next == null ? null : next.frame();
    return next;
  }

  /** After the last frame: what was held back becomes ready. */
  void finish() throws VideoException {
    if (filter != null) {
      filter(null);
      filter.end();
      drain();
      before = free(before);
      filter.close();
      filter = null;
    }
  }

  private void drain() throws VideoException {
    for (AVFrame next = filter.take(); next != null; next = filter.take()) {
      offer(new Timed(next, inside.remove()));
    }
  }

  private void offer(Timed next) {
    if (next.time().wanted()) {
      ready.add(next);
    } else {
      av_frame_free(next.frame());
    }
  }

  private static AVFrame free(AVFrame frame) {
    if (frame != null) {
      av_frame_free(frame);
    }
    return null;
  }

  @Override
  public void close() {
    free(given);
    free(before);
    free(held == null ? null : held.frame());
    ready.forEach(timed -> free(timed.frame()));
    if (filter != null) {
      filter.close();
    }
  }
}
