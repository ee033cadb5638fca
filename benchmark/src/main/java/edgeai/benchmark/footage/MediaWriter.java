package edgeai.benchmark.footage;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** A media file that is being written. */
final class MediaWriter implements AutoCloseable {
  private final AVFormatContext container = new AVFormatContext(null);
  private final Path file;

  /**
   * @param file whose name ends as its kind does
   */
  MediaWriter(Path file) throws IOException {
    this.file = file;
    FfmpegFailure.check(
        avformat_alloc_output_context2(container, null, null, file.toString()),
        "the kind of " + file);
  }

  AVStream addTrack() {
    return avformat_new_stream(container, null);
  }

  /** Once its tracks are described. */
  void begin() throws IOException {
    AVIOContext io = new AVIOContext(null);
    FfmpegFailure.check(avio_open(io, file.toString(), AVIO_FLAG_WRITE), "writing " + file);
    container.pb(io);
    FfmpegFailure.check(
        avformat_write_header(container, (AVDictionary) null), "the beginning of " + file);
  }

  AVFormatContext container() {
    return container;
  }

  @Override
  public void close() {
    if (container.pb() != null) {
      avio_closep(container.pb());
    }
    avformat_free_context(container);
  }
}
