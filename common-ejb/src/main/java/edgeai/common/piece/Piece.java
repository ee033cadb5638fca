package edgeai.common.piece;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.List;

/** A run of a video's packets, cut out of its file without a copy being made before it is read. */
public final class Piece {
  private final PieceHeader header;
  private final Path video;
  private final List<FileSlice> slices;
  private final byte[] head;

  Piece(PieceHeader header, Path video, List<FileSlice> slices) {
    this.header = header;
    this.video = video;
    this.slices = List.copyOf(slices);
    this.head = header.bytes();
  }

  /** What it begins with. */
  public PieceHeader header() {
    return header;
  }

  /** Bytes of header and packets together. */
  public long length() {
    return head.length + header.payloadBytes();
  }

  /** Header and packets, as {@link PieceHeader} describes them; each call begins anew. */
  public InputStream open() throws IOException {
    return new SequenceInputStream(
        new ByteArrayInputStream(head), new SliceInputStream(video, slices));
  }

  /** The packets alone. */
  public InputStream openPayload() throws IOException {
    return new SliceInputStream(video, slices);
  }
}
