package edgeai.common.video;

import edgeai.common.still.GreyPicture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * What the child says on its standard output: a tag byte, then fields as {@link DataOutputStream}
 * writes them. The child has handled untrusted bytes, so reading believes no length and no text.
 */
sealed interface DecoderMessage
    permits VideoHeader,
        VideoFrame,
        VideoEnd,
        IndexReport,
        PieceShot,
        PieceReport,
        DecoderMessage.Progress,
        DecoderMessage.Refusal {

  /** A sign of life between two frames that are far apart. */
  record Progress() implements DecoderMessage {}

  /**
   * The child's last word: why it will not decode this file.
   *
   * @param unauthorized a live source wants another user or password
   */
  record Refusal(String sentence, boolean unauthorized) implements DecoderMessage {
    Refusal(String sentence) {
      this(sentence, false);
    }
  }

  /** Longest text that is taken from the child, in characters. */
  int MAX_TEXT = 300;

  /** Reads one message, whose picture may have this many bytes at most. */
  static DecoderMessage read(DataInputStream in, int maxJpegBytes) throws IOException {
    int tag = in.read();
    return switch (tag) {
      case 'H' ->
          new VideoHeader(
              text(in),
              text(in),
              positive(in.readInt()),
              positive(in.readInt()),
              atLeast0(in.readInt()),
              finite(in.readDouble()),
              finite(in.readDouble()),
              Math.max(0, in.readLong()));
      case 'F' ->
          new VideoFrame(
              atLeast0(in.readInt()),
              Math.max(0, in.readLong()),
              positive(in.readInt()),
              positive(in.readInt()),
              bytes(in, maxJpegBytes),
              positive(in.readInt()),
              positive(in.readInt()),
              Math.max(0, in.readLong()),
              Math.max(0, in.readLong()),
              in.readBoolean() ? GreyPicture.read(in) : null);
      case 'S' -> PieceShot.read(in, maxJpegBytes);
      case 'D' -> PieceReport.read(in);
      case 'P' -> new Progress();
      case 'E' -> {
        int decoded = atLeast0(in.readInt());
        int emitted = atLeast0(in.readInt());
        yield new VideoEnd(decoded, emitted, in.readBoolean() ? text(in) : null);
      }
      case 'I' ->
          new IndexReport(
              in.readBoolean(), in.readBoolean() ? text(in) : null, Math.max(0, in.readLong()));
      case 'R' -> new Refusal(text(in), in.readBoolean());
      case -1 -> throw new EOFException();
      default -> throw new StreamCorruptedException("tag " + tag);
    };
  }

  /** Writes this message; the caller flushes. */
  default void write(DataOutputStream out) throws IOException {
    if (this instanceof VideoHeader h) {
      out.write('H');
      out.writeUTF(h.container());
      out.writeUTF(h.codec());
      out.writeInt(h.width());
      out.writeInt(h.height());
      out.writeInt(h.rotation());
      out.writeDouble(h.fps());
      out.writeDouble(h.durationSeconds());
      out.writeLong(h.estimatedFrames());
    } else if (this instanceof VideoFrame f) {
      out.write('F');
      out.writeInt(f.index());
      out.writeLong(f.mediaTimeMs());
      out.writeInt(f.width());
      out.writeInt(f.height());
      out.writeInt(f.jpeg().length);
      out.write(f.jpeg());
      out.writeInt(f.jpegWidth());
      out.writeInt(f.jpegHeight());
      out.writeLong(f.decodeNanos());
      out.writeLong(f.encodeNanos());
      out.writeBoolean(f.grey() != null);
      if (f.grey() != null) {
        f.grey().write(out);
      }
    } else if (this instanceof VideoEnd e) {
      out.write('E');
      out.writeInt(e.decodedFrames());
      out.writeInt(e.emittedFrames());
      out.writeBoolean(e.warning() != null);
      if (e.warning() != null) {
        out.writeUTF(e.warning());
      }
    } else if (this instanceof IndexReport i) {
      out.write('I');
      out.writeBoolean(i.usable());
      out.writeBoolean(i.reason() != null);
      if (i.reason() != null) {
        out.writeUTF(i.reason());
      }
      out.writeLong(i.frames());
    } else if (this instanceof PieceShot s) {
      out.write('S');
      s.writeFields(out);
    } else if (this instanceof PieceReport d) {
      out.write('D');
      d.writeFields(out);
    } else if (this instanceof Refusal r) {
      out.write('R');
      out.writeUTF(r.sentence());
      out.writeBoolean(r.unauthorized());
    } else {
      out.write('P');
    }
  }

  static byte[] bytes(DataInputStream in, int max) throws IOException {
    int length = in.readInt();
    if (length < 1 || length > max) {
      throw new StreamCorruptedException("a picture of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private static String text(DataInputStream in) throws IOException {
    String text = in.readUTF().replaceAll("\\p{Cntrl}", " ");
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  static int positive(int value) throws IOException {
    if (value < 1) {
      throw new StreamCorruptedException("a size of " + value);
    }
    return value;
  }

  static int atLeast0(int value) throws IOException {
    if (value < 0) {
      throw new StreamCorruptedException("a count of " + value);
    }
    return value;
  }

  private static double finite(double value) {
    return Double.isFinite(value) && value > 0 ? value : 0;
  }
}
