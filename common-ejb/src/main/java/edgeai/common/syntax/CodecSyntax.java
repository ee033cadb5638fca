package edgeai.common.syntax;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the packets of one track, one after the other as they are decoded. */
public interface CodecSyntax {
  /**
   * What the next packet is.
   *
   * @param packet from 0 to its limit; left as it is
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
      default -> Optional.empty();
    };
  }
}
