package edgeai.common.inference;

import edgeai.common.piece.PieceHeader;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import edgeai.common.vision.ModelCard;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where the pictures of pieces of one video come from, one piece after the other. One thread at a
 * time; any may close it.
 */
interface PieceSource extends AutoCloseable {
  /**
   * Takes a piece in, all of it.
   *
   * @param packets its bytes behind the header; read to their end, not closed
   * @param model whose input the pictures are for
   * @throws VideoException where the decoder does not take it
   * @throws IOException where the packets break off
   */
  void begin(PieceHeader header, InputStream packets, ModelCard model)
      throws VideoException, IOException, InterruptedException;

  /** The next wanted frame; empty where there are no more. */
  Optional<PiecePicture> next() throws VideoException, InterruptedException;

  /** Why a wanted frame did not come, in a sentence, once there are no more. */
  String absence(long frameId);

  /** Whether it can take another piece. */
  boolean isReusable();

  @Override
  void close();
}
