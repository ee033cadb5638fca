package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/** The first that a parent says on its child's standard input: which work there is to do. */
sealed interface ChildRequest permits DecodeRequest, PieceSessionRequest {

  /** Process id of the parent, whose death ends the child. */
  long parent();

  /** Writes the request without its kind. */
  void write(DataOutputStream out) throws IOException;

  /** Before the request: there is time to load whatever a video may need. */
  int LOAD_ALL = 'A';

  /**
   * Waits for a request; null where there is time to load all libraries before the next.
   *
   * @throws java.io.EOFException where none came
   */
  static ChildRequest read(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 'V' -> DecodeRequest.read(in);
      case 'P' -> PieceSessionRequest.read(in);
      case LOAD_ALL -> null;
      default -> throw new StreamCorruptedException("a request of kind " + kind);
    };
  }

  /** Writes the request as {@link #read} takes it. */
  default void ask(DataOutputStream out) throws IOException {
    out.write(
        switch (this) {
          case DecodeRequest video -> 'V';
          case PieceSessionRequest pieces -> 'P';
        });
    write(out);
    out.flush();
  }
}
