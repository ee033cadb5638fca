package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_READ;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_network_init;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open2;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * One opened live source: the operator's own choice, held to the protocols and demuxers of its kind
 * and no others. What answers over HTTP is looked at first: a JPEG picture is fetched again and
 * again, a page or a playlist is told from a video.
 */
final class LiveInput implements AutoCloseable {
  private static final long ANALYSIS_MICROS = 2_000_000;

  /** In the demuxer's invented time, of which each picture is a twenty-fifth of a second. */
  private static final long ANALYSIS_OF_PICTURES_MICROS = 50_000;

  private static final String PARTS = "mpjpeg";
  private static final String BARE = "mjpeg";

  private final LiveSource source;
  private final StreamPatience patience = new StreamPatience();
  private final StreamFailure failure;
  private final AVIOContext answer = new AVIOContext(null);
  private SnapshotFeed snapshots;
  private AVFormatContext container;

  /**
   * @param fps how often a picture is fetched where it is the address of one, 0 for as often as it
   *     goes
   */
  LiveInput(LiveSource source, double fps) throws VideoException {
    this.source = source;
    this.failure = new StreamFailure(source, patience);
    avformat_network_init();
    try {
      if (source.kind() == LiveSource.Kind.RTSP) {
        openContainer(source.address(), null, null, source.guards());
        requireAt(source, container.url().getString());
      } else {
        openAnswer(fps);
      }
    } catch (VideoException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * FFmpeg follows whoever sends it elsewhere, and cannot be told not to: what comes from another
   * machine than the one that was named is not taken.
   *
   * @param there where it ended up
   */
  private static void requireAt(LiveSource source, String there) throws VideoException {
    if (!LiveSource.of(there).flatMap(LiveSource::host).equals(source.host())) {
      throw VideoException.refused("redirects elsewhere, to " + LiveSource.hidden(there));
    }
  }

  private void openAnswer(double fps) throws VideoException {
    fetch(source, answer, patience, failure);
    HttpAnswer head = HttpAnswer.of(answer, failure);
    if (head.isPicture()) {
      snapshots = new SnapshotFeed(source, fps, head.wholePicture(answer, failure));
      avio_closep(answer);
      openContainer("", snapshots.stream(), av_find_input_format(PARTS), Map.of());
    } else {
      head.requireVideo();
      openContainer(
          "", answer, head.isBarePictures() ? av_find_input_format(BARE) : null, Map.of());
      // it may have been asked again, for another part
      requireAt(source, HttpAnswer.location(answer));
    }
  }

  /** Asks for the address, with its user and password where it wants them. */
  static void fetch(
      LiveSource source, AVIOContext answer, StreamPatience patience, StreamFailure failure)
      throws VideoException {
    Map<String, String> values = new HashMap<>(source.guards());
    values.put("protocol_whitelist", source.protocols());
    AVDictionary guards = GuardedInput.options(values);
    patience.begin();
    try (AVIOInterruptCB interrupt = patience.interrupt()) {
      int result = avio_open2(answer, source.address(), AVIO_FLAG_READ, interrupt, guards);
      if (result < 0) {
        throw failure.opening(result);
      }
      requireAt(source, HttpAnswer.location(answer));
    } finally {
      av_dict_free(guards);
    }
  }

  private void openContainer(
      String address, AVIOContext bytes, AVInputFormat format, Map<String, String> more)
      throws VideoException {
    Map<String, String> values = new HashMap<>(more);
    values.put("protocol_whitelist", source.protocols());
    values.put("format_whitelist", source.demuxers());
    values.put("codec_whitelist", GuardedInput.CODECS);
    values.put("max_streams", String.valueOf(GuardedInput.MAX_STREAMS));
    values.put("analyzeduration", String.valueOf(ANALYSIS_MICROS));
    values.put("fpsprobesize", "0"); // it would cost a slow camera's first twenty pictures
    values.put("fflags", "nobuffer");
    AVDictionary guards = GuardedInput.options(values);
    patience.begin();
    try {
      container = avformat_alloc_context();
      container.interrupt_callback().callback(patience);
      if (bytes != null) {
        container.pb(bytes);
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_CUSTOM_IO);
      }
      int result = avformat_open_input(container, address, format, guards);
      if (result < 0) {
        container = null; // freed by the call that failed
        throw bytes == null ? failure.opening(result) : failure.reading(result);
      }
      if (!tellsTimes()) {
        container.max_analyze_duration(ANALYSIS_OF_PICTURES_MICROS);
      }
    } finally {
      av_dict_free(guards);
    }
  }

  AVFormatContext container() {
    return container;
  }

  /** Whether the source tells when its pictures were taken; a demuxer may invent it. */
  boolean tellsTimes() {
    String demuxer = container.iformat().name().getString();
    return !demuxer.equals(PARTS) && !demuxer.equals(BARE);
  }

  /** Whether it gives frames as they are taken, and not as fast as the network can. */
  boolean isPaced() {
    return source.kind() == LiveSource.Kind.RTSP;
  }

  /** A packet, or what it takes to know the streams, is waited for. */
  void awaiting() {
    patience.begin();
  }

  /** Why it could not be read, with FFmpeg's error. */
  VideoException ended(int error) {
    return snapshots != null && snapshots.failure() != null
        ? snapshots.failure()
        : failure.reading(error);
  }

  /** The same, empty where it only came to its end. */
  Optional<VideoException> brokeOff(int error) {
    boolean isEnd = error == AVERROR_EOF && snapshots == null && !patience.isSpent();
    return isEnd ? Optional.empty() : Optional.of(ended(error));
  }

  @Override
  public void close() {
    if (container != null) {
      avformat_close_input(container);
    }
    if (!answer.isNull()) {
      avio_closep(answer);
    }
    if (snapshots != null) {
      snapshots.close();
    }
    patience.close();
  }
}
