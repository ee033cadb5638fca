package edgeai.common.video;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** What a decoder, and what comes behind it, has to know of a track, wherever its packets lie. */
interface CodedTrack {
  AVCodecParameters parameters();

  AVRational timeBase();

  String codecName();

  /** What the container says of the colours, for frames that say nothing themselves. */
  ColourTags colour();

  /** How the container, or else the frame itself, says that the frame's pixels are shown. */
  PixelAspect aspect(AVFrame frame);

  /** A timestamp of the track in seconds, or NaN where there is none to go by. */
  double seconds(long timestamp);
}
