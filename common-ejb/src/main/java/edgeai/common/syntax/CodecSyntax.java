package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the packets of one track, one after the other as they are decoded. */
public interface CodecSyntax {
  /**
   * What the next packet is.
   *
   * @param packet from 0 to its limit, big-endian; left as it is
   * @throws UnprovenException where it does not say so in full, or goes against what came before
   */
  CodedPicture read(ByteBuffer packet) throws UnprovenException;

  /**
   * For tracks of a codec.
   *
   * @param codec FFmpeg's name of it
   * @param extraData what the container says of it beside the packets
   * @param order what FFmpeg's parser says of the packet that is read, for codecs where it knows
   *     the order in which pictures are shown
   * @return empty where its packets cannot be read
   * @throws UnprovenException where the extra data is broken
   */
  static Optional<CodecSyntax> of(String codec, byte[] extraData, PictureOrder order)
      throws UnprovenException {
    return switch (codec) {
      case "h264" -> Optional.of(new H264Syntax(extraData, order));
      case "hevc" -> Optional.of(new HevcSyntax(extraData, order));
      case "vp8" -> Optional.of(new Vp8Syntax());
      case "vp9" -> Optional.of(new Vp9Syntax());
      case "av1" -> Optional.of(new Av1Syntax());
      case "mpeg1video", "mpeg2video" -> Optional.of(new MpegVideoSyntax());
      case "mpeg4" -> Optional.of(new Mpeg4Syntax(extraData));
      case "mjpeg" -> Optional.of(new JpegSyntax());
      case "prores", "dnxhd", "png", "huffyuv", "ffvhuff", "utvideo", "rawvideo" ->
          Optional.of(new IntraSyntax());
      default -> Optional.empty();
    };
  }
}
