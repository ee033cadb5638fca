package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the parent says on the child's standard input while frames come: for which network's input
 * pictures are from now on.
 *
 * @param inputWidth pixels, 0 for frames as displayed
 * @param inputHeight pixels, 0 for frames as displayed
 */
record SizeRequest(int inputWidth, int inputHeight) {
  static final SizeRequest AS_DISPLAYED = new SizeRequest(0, 0);

  private static final int BYTES = 2 * Integer.BYTES;

  void write(DataOutputStream out) throws IOException {
    out.writeInt(inputWidth);
    out.writeInt(inputHeight);
    out.flush();
  }

  /** The newest that has come by now, else this one; waits for none. */
  SizeRequest orNewer(DataInputStream in) throws IOException {
    SizeRequest newest = this;
    while (in.available() >= BYTES) {
      newest = new SizeRequest(in.readInt(), in.readInt());
    }
    return newest;
  }

  /** For a frame of this size as displayed. */
  PictureSize of(int width, int height) {
    return PictureSize.of(width, height, inputWidth, inputHeight);
  }
}
