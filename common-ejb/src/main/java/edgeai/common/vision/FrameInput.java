package edgeai.common.vision;

import edgeai.settings.Tiles;

/**
 * How large an input shows whole frames as finely as a model can use them: its own, or that which
 * its tiles make together.
 */
public record FrameInput(int width, int height) {

  /**
   * Of a model.
   *
   * @param tiles into which frames are cut
   */
  public static FrameInput of(ModelCard model, Tiles tiles) {
    return TileGrid.of(tiles).ofFrame(model.inputWidth(), model.inputHeight());
  }

  /** Where a frame of this size lies in it. */
  public LetterboxGeometry fit(int frameWidth, int frameHeight) {
    return LetterboxGeometry.fit(frameWidth, frameHeight, width, height);
  }
}
