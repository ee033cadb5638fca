package edgeai.common.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a little as it is, and compresses what is more than that from its beginning. */
final class LargeOutput extends OutputStream {
  /** Less is one packet or two, compressed or not. */
  static final int LITTLE = 4_096;

  private final OutputStream out;
  private final Runnable compresses;
  private byte[] kept = new byte[0];
  private Fast gzip;

  /**
   * @param compresses told before the first byte, where it compresses
   */
  LargeOutput(OutputStream out, Runnable compresses) {
    this.out = out;
    this.compresses = compresses;
  }

  /** The best level saves a tenth of the bytes and takes three times as long. */
  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 16 << 10);
      def.setLevel(Deflater.BEST_SPEED);
    }

    /** Gives the memory back that lies outside the heap. */
    void end() {
      def.end();
    }
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (gzip == null && kept.length + length > LITTLE) {
      compresses.run();
      gzip = new Fast(out);
      gzip.write(kept);
    }
    if (gzip == null) {
      int before = kept.length;
      kept = Arrays.copyOf(kept, before + length);
      System.arraycopy(bytes, from, kept, before, length);
    } else {
      gzip.write(bytes, from, length);
    }
  }

  /** All was written. */
  void finish() throws IOException {
    if (gzip == null) {
      out.write(kept);
    } else {
      gzip.finish();
    }
  }

  /** What it writes to stays open. */
  @Override
  public void close() {
    if (gzip != null) {
      gzip.end();
    }
  }
}
