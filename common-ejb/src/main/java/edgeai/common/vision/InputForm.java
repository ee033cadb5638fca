package edgeai.common.vision;

/**
 * How a picture is put into a network's input: always with its proportions kept, in planes of one
 * colour each, on grey.
 *
 * @param redFirst whether the planes are red, green and blue, not blue, green and red
 * @param white what a colour in full is
 * @param centred whether the picture lies in the middle, not in the upper left corner
 */
record InputForm(boolean redFirst, float white, boolean centred) {

  /** As Ultralytics and nearly everybody since do it. */
  static final InputForm USUAL = new InputForm(true, 1, true);

  private static final int GREY = 114;
  private static final int WHITE = 255;

  /** For red, green and blue in this order. */
  int plane(int colour) {
    return redFirst ? colour : 2 - colour;
  }

  /** What a step of an 8-bit colour is. */
  double step() {
    return white / (double) WHITE;
  }

  /** What lies beside a picture. */
  double grey() {
    return GREY * step();
  }

  /** Where a picture lies that would be in the middle as the fit says. */
  LetterboxGeometry place(LetterboxGeometry fit) {
    return centred ? fit : fit.inCorner();
  }
}
