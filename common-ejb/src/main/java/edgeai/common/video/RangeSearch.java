package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Finds the first frame of a range again without decoding all that comes before it. The frame is
 * known by its time, so nothing is found where a time is missing or stands for two frames, and
 * where key frames do not lead to it.
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
    long before = -1;
    for (AVFrame frame = reader.next(); frame != null; frame = reader.next()) {
      long millis = millis();
      if (millis <= before || millis > range.firstMillis() || reader.isFaulty()) {
        return false;
      }
      if (millis == range.firstMillis()) {
        return before >= 0 && keep(frame);
      }
      passing.put(frame, new FrameTime(0, 0, reader.aspect(), false));
      before = millis;
    }
    return false;
  }

  private boolean keep(AVFrame frame) throws VideoException {
    close();
    found = av_frame_clone(frame);
    long micros = clock.straight(reader.timestamp());
    time = new FrameTime((int) range.firstIndex(), micros, reader.aspect(), true);
    ahead = reader.next();
    return ahead == null || millis() > range.firstMillis();
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

  private long millis() {
    return reader.isTimed() ? clock.straight(reader.timestamp()) / 1000 : -1;
  }

  @Override
  public void close() {
    if (found != null) {
      av_frame_free(found);
      found = null;
    }
  }
}
