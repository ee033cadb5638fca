package edgeai.benchmark.footage;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Writes frames of any size as H.264 of one size and rate into an MP4 file. */
final class ClipEncoder implements AutoCloseable {
  private static final String ENCODER = "libopenh264";

  /** No frame may be left out to keep the bit rate. */
  private static final Map<String, String> OPTIONS =
      Map.of("profile", "high", "coder", "cabac", "rc_mode", "bitrate", "allow_skip_frames", "0");

  private final MediaWriter writer;
  private final AVPacket packet = av_packet_alloc();
  private final SwsContext scaler = sws_alloc_context();
  private final AVFrame coded = av_frame_alloc();
  private final AVCodecContext codec;
  private final AVStream track;
  private long frames;

  /**
   * Begins the file.
   *
   * @param shape of the frames that are coded
   * @param bitRate bits a second, about
   * @param keyFrames frames from one key frame to the next
   * @throws IOException if this FFmpeg has no such encoder, too
   */
  ClipEncoder(Path file, Shape shape, long bitRate, int keyFrames) throws IOException {
    AVCodec encoder = avcodec_find_encoder_by_name(ENCODER);
    if (encoder == null) {
      throw new IOException("FFmpeg's libraries have no encoder " + ENCODER);
    }
    writer = new MediaWriter(file);
    track = writer.addTrack();
    codec = avcodec_alloc_context3(encoder);
    codec.width(shape.width()).height(shape.height()).pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(av_make_q(1, shape.fps())).framerate(av_make_q(shape.fps(), 1));
    codec.bit_rate(bitRate).gop_size(keyFrames);
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    // it says at each start that it cannot keep a bit rate exactly
    av_log_set_level(AV_LOG_ERROR);
    AVDictionary options = new AVDictionary(null);
    OPTIONS.forEach((name, value) -> av_dict_set(options, name, value, 0));
    FfmpegFailure.check(avcodec_open2(codec, encoder, options), "the encoder " + ENCODER);
    av_dict_free(options);
    FfmpegFailure.check(avcodec_parameters_from_context(track.codecpar(), codec), "parameters");
    track.time_base(codec.time_base()).avg_frame_rate(codec.framerate());
    writer.begin();
    coded.format(AV_PIX_FMT_YUV420P).width(codec.width()).height(codec.height());
    FfmpegFailure.check(av_frame_get_buffer(coded, 0), "room for a frame");
    scaler.flags(SWS_BICUBIC);
  }

  /**
   * What is written.
   *
   * @param width pixels
   * @param height pixels
   * @param fps frames a second
   */
  record Shape(int width, int height, int fps) {}

  /** Writes a frame, so many times. */
  void write(AVFrame frame, int times) throws IOException {
    FfmpegFailure.check(av_frame_make_writable(coded), "room for a frame");
    FfmpegFailure.check(sws_scale_frame(scaler, coded, frame), "scaling");
    for (int time = 0; time < times; time++) {
      coded.pts(frames++).duration(1);
      FfmpegFailure.check(avcodec_send_frame(codec, coded), "encoding");
      drain();
    }
  }

  /** After the last frame. */
  void end() throws IOException {
    FfmpegFailure.check(avcodec_send_frame(codec, null), "encoding");
    drain();
    FfmpegFailure.check(av_write_trailer(writer.container()), "the end of the file");
  }

  private void drain() throws IOException {
    while (avcodec_receive_packet(codec, packet) >= 0) {
      av_packet_rescale_ts(packet, codec.time_base(), track.time_base());
      packet.stream_index(0);
      FfmpegFailure.check(av_interleaved_write_frame(writer.container(), packet), "a packet");
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    av_frame_free(coded);
    sws_free_context(scaler);
    avcodec_free_context(codec);
    writer.close();
  }
}
