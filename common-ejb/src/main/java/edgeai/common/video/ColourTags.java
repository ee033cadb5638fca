package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_UNSPECIFIED;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * What a container says of its track's colours, which goes for frames that say nothing themselves.
 * It is to be read before the track is probed: decoders overwrite it with their own "unspecified".
 */
record ColourTags(int primaries, int transfer, int matrix, int range) {

  static final ColourTags NONE =
      new ColourTags(
          AVCOL_PRI_UNSPECIFIED,
          AVCOL_TRC_UNSPECIFIED,
          AVCOL_SPC_UNSPECIFIED,
          AVCOL_RANGE_UNSPECIFIED);

  /** Of all tracks that are known by now, in their order. */
  static List<ColourTags> of(AVFormatContext container) {
    return IntStream.range(0, container.nb_streams())
        .mapToObj(i -> of(container.streams(i).codecpar()))
        .toList();
  }

  private static ColourTags of(AVCodecParameters track) {
    return new ColourTags(
        track.color_primaries(), track.color_trc(), track.color_space(), track.color_range());
  }

  /** Fills in what the frame leaves open. */
  void fill(AVFrame frame) {
    if (frame.color_primaries() == AVCOL_PRI_UNSPECIFIED) {
      frame.color_primaries(primaries);
    }
    if (frame.color_trc() == AVCOL_TRC_UNSPECIFIED) {
      frame.color_trc(transfer);
    }
    if (frame.colorspace() == AVCOL_SPC_UNSPECIFIED) {
      frame.colorspace(matrix);
    }
    if (frame.color_range() == AVCOL_RANGE_UNSPECIFIED) {
      frame.color_range(range);
    }
  }
}
