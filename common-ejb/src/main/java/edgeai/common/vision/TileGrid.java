package edgeai.common.vision;

import edgeai.settings.Tiles;
import java.util.ArrayList;
import java.util.List;

/**
 * How a picture is cut into overlapping tiles of one size. Neighbours share a fifth of a tile, as
 * in SAHI (Akyon, Altinuc and Temizel, "Slicing Aided Hyper Inference and Fine-tuning for Small
 * Object Detection", 2022).
 *
 * @param columns tiles beside each other
 * @param rows tiles below each other
 */
record TileGrid(int columns, int rows) {

  /** Of a tile is seen by the next one as well. */
  private static final double OVERLAP = 0.2;

  /** So many input pixels for one of the frame, along a side, are enough. */
  private static final double ENOUGH = 0.4;

  private static final List<Tiles> COARSEST_FIRST = List.of(Tiles.WHOLE, Tiles.TWO, Tiles.SIX);

  /** The grid that an option names. */
  static TileGrid of(Tiles tiles) {
    if (tiles == Tiles.AUTO) {
      throw new IllegalArgumentException("it is not chosen yet");
    }
    return new TileGrid(tiles.columns(), tiles.rows());
  }

  /**
   * What is done where an option asks for it: what it names, and of {@link Tiles#AUTO} the coarsest
   * grid by which the network sees 0.4 of a frame's pixels along a side or more, or else the one by
   * which it sees most. The same for the same sizes, whoever asks.
   *
   * @param width of the frame as displayed
   * @param height of the frame as displayed
   * @param inputWidth of the network
   * @param inputHeight of the network
   */
  static Tiles choose(Tiles asked, int width, int height, int inputWidth, int inputHeight) {
    if (asked != Tiles.AUTO) {
      return asked;
    }
    Tiles best = Tiles.WHOLE;
    double most = 0;
    for (Tiles tiles : COARSEST_FIRST) {
      double scale = of(tiles).ofFrame(inputWidth, inputHeight).fit(width, height).scale();
      if (scale > most) {
        best = tiles;
        most = scale;
      }
      if (scale >= ENOUGH) {
        break;
      }
    }
    return best;
  }

  /** How large an input shows a whole frame as finely as a tile is shown by one of this size. */
  FrameInput ofFrame(int inputWidth, int inputHeight) {
    return new FrameInput(stretched(inputWidth, columns), stretched(inputHeight, rows));
  }

  private static int stretched(int length, int tiles) {
    return (int) Math.rint(length * (tiles - (tiles - 1) * OVERLAP));
  }

  /** The tiles of a picture, row by row. */
  List<Tile> over(int width, int height) {
    int across = tile(width, columns);
    int down = tile(height, rows);
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        tiles.add(
            new Tile(
                begin(column, width, across, columns),
                begin(row, height, down, rows),
                across,
                down,
                width,
                height));
      }
    }
    return tiles;
  }

  private static int tile(int length, int tiles) {
    return (int) Math.max(1, Math.rint(length / (tiles - (tiles - 1) * OVERLAP)));
  }

  private static int begin(int number, int length, int tile, int tiles) {
    return tiles == 1 ? 0 : (int) Math.rint((double) number * (length - tile) / (tiles - 1));
  }
}
