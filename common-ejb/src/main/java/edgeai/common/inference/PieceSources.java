package edgeai.common.inference;

import edgeai.common.video.VideoException;
import java.io.IOException;

/** Where a piece gets its pictures from, and who takes that back after it. */
interface PieceSources {
  /** Something to do as long as nothing is free. */
  interface Meanwhile {
    void read() throws IOException;
  }

  /**
   * Waits for one that is free, behind those of the same job that wait already.
   *
   * @param meanwhile is done once, only where there is a wait
   * @throws edgeai.common.error.Unavailable where there will be none any more
   */
  PieceSource take(Meanwhile meanwhile) throws VideoException, IOException, InterruptedException;

  /** It gave a frame. */
  void gave(PieceSource source, DecodingStep step);

  /**
   * A piece is through with it.
   *
   * @param reusable whether it may go on with another
   */
  void takeBack(PieceSource source, boolean reusable);

  /** Of pieces that nobody looks at. */
  PieceSources UNSEEN =
      new PieceSources() {
        @Override
        public PieceSource take(Meanwhile meanwhile) {
          return new UnseenFrames();
        }

        @Override
        public void gave(PieceSource source, DecodingStep step) {
          // nothing was decoded
        }

        @Override
        public void takeBack(PieceSource source, boolean reusable) {
          source.close();
        }
      };
}
