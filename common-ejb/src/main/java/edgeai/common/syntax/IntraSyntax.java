package edgeai.common.syntax;

import java.nio.ByteBuffer;

/** Codecs whose packets are one picture each, and of which none refers to another. */
final class IntraSyntax implements CodecSyntax {
  private long number;

  @Override
  public CodedPicture read(ByteBuffer packet) {
    return CodedPicture.shown(true, number++, false, CodedPicture.NO_PREFIX);
  }
}
