package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Finds the first frame of a range again without decoding all that comes before it. The frame is
 * known by its time, so nothing is found where a time is missing, and where key frames do not lead
 * to it. A time that is guessed or stands for two frames has to agree with the packets before it.
 */
final class RangeSearch implements AutoCloseable {
  /** How long before the frame to look for a key frame; more where its picture lacks others. */
  private static final double[] LEAD_SECONDS = {1, 15};

  private final FrameReader reader;
  private final MediaClock clock;
  private final FrameRange range;
  private AVFrame found;
  private FrameTime time;
  private AVFrame ahead;
  private long reached = -1;

  /** Takes a clock that has told the time of the file's first frame. */
  RangeSearch(FrameReader reader, MediaClock clock, FrameRange range) {
    this.reader = reader;
    this.clock = clock;
    this.range = range;
  }

  /** Whether it was found; frames on the way there are put for those that may need them. */
  boolean find(FrameWriter passing) throws VideoException, IOException {
    double target = clock.timestamp(range.firstMillis() * 1000);
    for (double lead : LEAD_SECONDS) {
      if (reader.seek(target - lead) && lead(passing)) {
        return true;
      }
    }
    return false;
  }

  private boolean lead(FrameWriter passing) throws VideoException, IOException {
    reached = -1;
    for (AVFrame frame = reader.next(); frame != null; frame = reader.next()) {
      long micros = micros();
      OptionalLong number = reader.number();
      long millis = micros / 1000;
      long before = Math.floorDiv(reached, 1000L);
      boolean later = millis > before || millis == before && number.isPresent();
      if (micros < 0 || !later || millis > range.firstMillis() || reader.shown().isFaulty()) {
        return false;
      }
      if (millis == range.firstMillis() && number.orElse(Long.MAX_VALUE) >= range.firstIndex()) {
        return reached >= 0 && keep(frame, number.equals(OptionalLong.of(range.firstIndex())));
      }
      passing.put(frame, new FrameTime(0, 0, reader.shown().aspect(), false));
      reached = micros;
    }
    return false;
  }

  /** Takes a frame of the right time, which alone says enough where it is the frame's own. */
  private boolean keep(AVFrame frame, boolean counted) throws VideoException {
    if (!counted && !reader.shown().isTimed()) {
      return false;
    }
    close();
    found = av_frame_clone(frame);
    time = new FrameTime((int) range.firstIndex(), micros(), reader.shown().aspect(), true);
    reached = time.micros();
    ahead = reader.next();
    return counted || ahead == null || micros() / 1000 > range.firstMillis();
  }

  private long micros() {
    if (reader.shown().hasTime()) {
      return clock.straight(reader.shown().timestamp());
    }
    return reached < 0 ? -1 : clock.after(reached);
  }

  /** The first frame of the range, valid until this search is closed. */
  AVFrame found() {
    return found;
  }

  FrameTime time() {
    return time;
  }

  /** The frame after it, which was read to know that its time is its own; null at the end. */
  AVFrame ahead() {
    return ahead;
  }

  @Override
  public void close() {
    if (found != null) {
      av_frame_free(found);
      found = null;
    }
  }
}
