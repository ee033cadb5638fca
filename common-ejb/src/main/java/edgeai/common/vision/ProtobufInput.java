package edgeai.common.vision;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The parts that protobuf messages consist of, in a stream that stays open. */
final class ProtobufInput {

  private final InputStream in;
  private long position;

  ProtobufInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes are read. */
  long position() {
    return position;
  }

  /** A number of up to 64 bits. */
  long varint() throws IOException, MalformedProtobufException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = in.read();
      if (octet < 0) {
        throw new MalformedProtobufException();
      }
      position++;
      number |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return number;
      }
    }
    throw new MalformedProtobufException();
  }

  String text(int length) throws IOException, MalformedProtobufException {
    byte[] bytes = in.readNBytes(length);
    position += bytes.length;
    if (bytes.length < length) {
      throw new MalformedProtobufException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void skip(long length) throws IOException, MalformedProtobufException {
    try {
      in.skipNBytes(length);
      position += length;
    } catch (EOFException e) {
      throw new MalformedProtobufException();
    }
  }
}
