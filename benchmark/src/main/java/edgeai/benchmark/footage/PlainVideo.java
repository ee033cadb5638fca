package edgeai.benchmark.footage;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A video that is decoded from its first frame to its last, as FFmpeg's own example does it. */
public final class PlainVideo implements AutoCloseable {
  private final AVFormatContext container = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVCodecContext codec;
  private final AVStream track;

  /**
   * Opens a file.
   *
   * @param threads of the decoder
   * @throws IOException if it is no video
   */
  public PlainVideo(Path file, int threads) throws IOException {
    FfmpegFailure.check(
        avformat_open_input(container, file.toString(), null, null), "opening " + file);
    FfmpegFailure.check(
        avformat_find_stream_info(container, (AVDictionary) null), "the tracks of " + file);
    AVCodec decoder = new AVCodec(null);
    int index = av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, decoder, 0);
    FfmpegFailure.check(index, "the video track of " + file);
    track = container.streams(index);
    codec = avcodec_alloc_context3(decoder);
    FfmpegFailure.check(avcodec_parameters_to_context(codec, track.codecpar()), "its parameters");
    codec.thread_count(threads);
    FfmpegFailure.check(avcodec_open2(codec, decoder, (AVDictionary) null), "its decoder");
  }

  /** The next frame, which the next call overwrites, or null after the last. */
  public AVFrame next() throws IOException {
    int result = avcodec_receive_frame(codec, frame);
    while (result == AVERROR_EAGAIN()) {
      feed();
      result = avcodec_receive_frame(codec, frame);
    }
    if (result == AVERROR_EOF) {
      return null;
    }
    FfmpegFailure.check(result, "decoding");
    return frame;
  }

  private void feed() throws IOException {
    if (av_read_frame(container, packet) < 0) {
      avcodec_send_packet(codec, null);
      return;
    }
    if (packet.stream_index() == track.index()) {
      FfmpegFailure.check(avcodec_send_packet(codec, packet), "a packet");
    }
    av_packet_unref(packet);
  }

  /** When the frame that {@link #next} gave last is shown, in seconds. */
  public double seconds() {
    return frame.best_effort_timestamp() * av_q2d(track.time_base());
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(codec);
    avformat_close_input(container);
  }
}
