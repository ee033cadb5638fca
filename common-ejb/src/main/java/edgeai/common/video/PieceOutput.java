package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What is made of the wanted frames of a piece: pixels for a network, and pictures of those that
 * want one.
 *
 * @param inputWidth pixels of the network's input, 0 where there is none
 * @param inputHeight pixels, 0 as the width
 * @param pixels whether the network gets pixels; pictures are as displayed then
 * @param jpegQuality of pictures, 1 to 100
 */
public record PieceOutput(int inputWidth, int inputHeight, boolean pixels, int jpegQuality) {
  /** The longest side of an input that anything is made for. */
  static final int LONGEST_SIDE = 4096;

  /**
   * @throws IllegalArgumentException where a side or the quality is out of bounds
   */
  public PieceOutput {
    if (inputWidth < 0
        || inputHeight < 0
        || !isPossible(inputWidth, inputHeight)
        || (inputWidth == 0) != (inputHeight == 0)
        || pixels && inputWidth == 0
        || jpegQuality < 1
        || jpegQuality > 100) {
      throw new IllegalArgumentException(
          "an input of %dx%d, JPEG quality %d".formatted(inputWidth, inputHeight, jpegQuality));
    }
  }

  /** Whether anything is made for an input of this size. */
  public static boolean isPossible(int inputWidth, int inputHeight) {
    return Math.max(inputWidth, inputHeight) <= LONGEST_SIDE;
  }

  /** Pixels for a network, and pictures as displayed. */
  public static PieceOutput pixels(int inputWidth, int inputHeight, int jpegQuality) {
    return new PieceOutput(inputWidth, inputHeight, true, jpegQuality);
  }

  /** Pictures as displayed, and no pixels. */
  public static PieceOutput pictures(int jpegQuality) {
    return pictures(0, 0, jpegQuality);
  }

  /**
   * Pictures that have no more pixels than a network can use, and no pixels.
   *
   * @param inputWidth pixels of its input, 0 for pictures as displayed
   * @param inputHeight pixels, 0 as the width
   */
  public static PieceOutput pictures(int inputWidth, int inputHeight, int jpegQuality) {
    return new PieceOutput(inputWidth, inputHeight, false, jpegQuality);
  }

  static PieceOutput read(DataInputStream in) throws IOException {
    return new PieceOutput(in.readInt(), in.readInt(), in.readBoolean(), in.readInt());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(inputWidth);
    out.writeInt(inputHeight);
    out.writeBoolean(pixels);
    out.writeInt(jpegQuality);
  }

  /** How large the picture is of a frame that is displayed like this. */
  PictureSize picture(int width, int height) {
    return pixels
        ? new PictureSize(width, height)
        : PictureSize.of(width, height, inputWidth, inputHeight);
  }
}
