package edgeai.benchmark.footage;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** The packets of a clip again and again, none decoded. */
final class ClipLoop {
  private ClipLoop() {}

  /** Writes a video that is the clip so many times. */
  static void copy(Path clip, Path target, int times) throws IOException {
    AVPacket packet = av_packet_alloc();
    try (MediaWriter writer = new MediaWriter(target)) {
      AVStream to = null;
      long begins = 0;
      for (int time = 0; time < times; time++) {
        AVFormatContext from = open(clip);
        AVCodec none = null;
        int index = av_find_best_stream(from, AVMEDIA_TYPE_VIDEO, -1, -1, none, 0);
        AVStream track = from.streams(index);
        if (to == null) {
          to = writer.addTrack();
          FfmpegFailure.check(avcodec_parameters_copy(to.codecpar(), track.codecpar()), "a copy");
          to.codecpar().codec_tag(0);
          to.time_base(track.time_base()).avg_frame_rate(track.avg_frame_rate());
          writer.begin();
        }
        long ends = begins;
        while (av_read_frame(from, packet) >= 0) {
          if (packet.stream_index() != index) {
            av_packet_unref(packet);
            continue;
          }
          ends += packet.duration();
          packet.pts(packet.pts() + begins).dts(packet.dts() + begins).stream_index(0).pos(-1);
          av_packet_rescale_ts(packet, track.time_base(), to.time_base());
          FfmpegFailure.check(av_interleaved_write_frame(writer.container(), packet), "a packet");
        }
        begins = ends;
        avformat_close_input(from);
      }
      FfmpegFailure.check(av_write_trailer(writer.container()), "the end of " + target);
    } finally {
      av_packet_free(packet);
    }
  }

  private static AVFormatContext open(Path clip) throws IOException {
    AVFormatContext container = new AVFormatContext(null);
    FfmpegFailure.check(
        avformat_open_input(container, clip.toString(), null, null), "opening " + clip);
    FfmpegFailure.check(
        avformat_find_stream_info(container, (AVDictionary) null), "the tracks of " + clip);
    return container;
  }
}
