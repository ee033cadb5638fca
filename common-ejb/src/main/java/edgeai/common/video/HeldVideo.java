package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * The wait of a child that has opened a video and told what it is, until its parent says what is to
 * become of it: an index of this video, or its frames.
 */
final class HeldVideo {
  private static final int INDEX = 'I';
  private static final int FRAMES = 'F';
  private static final int FRAMES_AND_GREY = 'G';

  private final DecodeRequest request;
  private final DataInputStream in;
  private final DataOutputStream out;

  HeldVideo(DecodeRequest request, DataInputStream in, DataOutputStream out) {
    this.request = request;
    this.in = in;
    this.out = out;
  }

  /** Says, by the parent, that an index is wanted, and where. */
  static void askIndex(DataOutputStream out, String index) throws IOException {
    out.write(INDEX);
    out.writeUTF(index);
    out.flush();
  }

  /** Says, by the parent, that frames are wanted, and whether with small grey pictures. */
  static void askFrames(DataOutputStream out, boolean grey) throws IOException {
    out.write(grey ? FRAMES_AND_GREY : FRAMES);
    out.flush();
  }

  /**
   * Does what the parent wants until that is the frames.
   *
   * @return whether with small grey pictures
   * @throws java.io.EOFException where the parent wants nothing any more
   */
  boolean await() throws VideoException, IOException {
    byte word = in.readByte();
    for (; word != FRAMES && word != FRAMES_AND_GREY; word = in.readByte()) {
      if (word != INDEX) {
        throw new StreamCorruptedException("a word of kind " + word);
      }
      IndexReport report = index(request.indexedIn(in.readUTF()));
      if (!report.usable()) {
        ChildLibraries.loadPicturesAhead(); // it goes by frames
      }
      report.write(out);
      out.flush();
    }
    return word == FRAMES_AND_GREY;
  }

  /** Opens the video anew, as any child would, so that its index is the same. */
  private IndexReport index(DecodeRequest wanted) throws VideoException, IOException {
    try (MediaFile file = new MediaFile(wanted)) {
      return new IndexSession(wanted, file, out).run();
    }
  }
}
