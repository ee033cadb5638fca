package edgeai.common.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/** What the frame that a reader gave last says of itself, or its track for it. */
final class ShownFrame {
  private static final int MATRIX_BYTES = 36;

  private final CodedTrack track;
  private final AVFrame frame;
  private PixelAspect firstAspect;

  /**
   * @param frame overwritten by each that is read
   * @param firstAspect what the first frame of the track says of its pixels, null where the first
   *     that is read is that one
   */
  ShownFrame(CodedTrack track, AVFrame frame, PixelAspect firstAspect) {
    this.track = track;
    this.frame = frame;
    this.firstAspect = firstAspect;
  }

  /** Whether the frame has a time of its own, not a guessed one. */
  boolean isTimed() {
    return frame.pts() != AV_NOPTS_VALUE
        && frame.pts() == frame.best_effort_timestamp()
        && !Double.isNaN(timestamp());
  }

  /** Whether it has a time at least, its own or one guessed from when packets are decoded. */
  boolean hasTime() {
    return !Double.isNaN(timestamp());
  }

  /** Whether the decoder says that the frame is not whole. */
  boolean isFaulty() {
    return frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
  }

  /** The timestamp of the frame, in seconds, or NaN. */
  double timestamp() {
    return track.seconds(frame.best_effort_timestamp());
  }

  /** How the frame wants to be turned. */
  Orientation orientation() {
    AVFrameSideData own = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (own != null && own.size() >= MATRIX_BYTES) {
      return orientation(own.data());
    }
    AVCodecParameters parameters = track.parameters();
    AVPacketSideData declared =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    return declared == null || declared.size() < MATRIX_BYTES
        ? Orientation.UPRIGHT
        : orientation(declared.data());
  }

  /** How the pixels of the frame are shown. */
  PixelAspect aspect() {
    PixelAspect own = MediaFile.aspect(frame.sample_aspect_ratio());
    if (firstAspect == null) {
      firstAspect = own;
    }
    // the container speaks for the whole track, a frame that differs from the first for itself
    return own.equals(firstAspect) ? track.aspect(frame) : own;
  }

  private static Orientation orientation(BytePointer data) {
    int[] matrix = new int[9];
    new IntPointer(data).get(matrix);
    return Orientation.of(matrix);
  }
}
