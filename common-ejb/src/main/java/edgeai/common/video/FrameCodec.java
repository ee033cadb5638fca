package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_COPY_OPAQUE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** FFmpeg's decoder of one track: packets in, frames out. */
final class FrameCodec implements AutoCloseable {
  private final AVCodecContext context;

  FrameCodec(CodedTrack track, int threads, long maxPixels) throws VideoException {
    AVCodecParameters parameters = track.parameters();
    AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
    context = decoder == null ? null : avcodec_alloc_context3(decoder);
    AVDictionary guards = GuardedInput.options(Map.of("codec_whitelist", GuardedInput.CODECS));
    try {
      if (context == null || avcodec_parameters_to_context(context, parameters) < 0) {
        throw unsupported(track);
      }
      context.thread_count(threads);
      context.flags(context.flags() | AV_CODEC_FLAG_COPY_OPAQUE);
      context.max_pixels(GuardedInput.codecPixels(maxPixels));
      context.pkt_timebase(track.timeBase());
      if (avcodec_open2(context, decoder, guards) < 0) {
        throw unsupported(track);
      }
    } catch (VideoException e) {
      close();
      throw e;
    } finally {
      av_dict_free(guards);
    }
  }

  private static VideoException unsupported(CodedTrack track) {
    return VideoException.refused(
        "is coded in a way that is not supported (" + track.codecName() + ")");
  }

  /** Gives a packet, null after the last; what FFmpeg answers. */
  int send(AVPacket packet) {
    return avcodec_send_packet(context, packet);
  }

  /** Takes the next frame; what FFmpeg answers. */
  int receive(AVFrame frame) {
    return avcodec_receive_frame(context, frame);
  }

  /** How many frames may be decoded before one and shown after it, as far as is known by now. */
  int delay() {
    return context.has_b_frames();
  }

  /** Forgets all packets, since others follow than those after them. */
  void flush() {
    avcodec_flush_buffers(context);
  }

  @Override
  public void close() {
    if (context != null) {
      avcodec_free_context(context);
    }
  }
}
