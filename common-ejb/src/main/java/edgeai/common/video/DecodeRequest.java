package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the parent asks of the child, on the child's standard input.
 *
 * @param parent process id of the parent, whose death ends the child
 * @param probe to stop after the header
 * @param sampleFps frames per second to emit, 0 for all
 * @param jpegQuality 1 to 100
 */
record DecodeRequest(
    long parent,
    String file,
    ContainerSignature container,
    boolean probe,
    double sampleFps,
    int jpegQuality,
    long maxPixels,
    double maxSeconds) {

  static DecodeRequest read(DataInputStream in) throws IOException {
    return new DecodeRequest(
        in.readLong(),
        in.readUTF(),
        ContainerSignature.valueOf(in.readUTF()),
        in.readBoolean(),
        in.readDouble(),
        in.readInt(),
        in.readLong(),
        in.readDouble());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(parent);
    out.writeUTF(file);
    out.writeUTF(container.name());
    out.writeBoolean(probe);
    out.writeDouble(sampleFps);
    out.writeInt(jpegQuality);
    out.writeLong(maxPixels);
    out.writeDouble(maxSeconds);
  }
}
