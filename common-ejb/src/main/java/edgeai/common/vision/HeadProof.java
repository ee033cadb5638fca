package edgeai.common.vision;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether the numbers that a model answers with can be what a layout takes them for. It objects
 * only to what no detector of that layout gives, however small, untrained or quantised: a model
 * that finds nothing in the probe pictures is fine.
 */
final class HeadProof {

  /** So much may a quantised score lie outside 0 to 1. */
  static final float ROUNDING = 0.02f;

  /** Fractions of the input reach this far; boxes in pixels always reach farther. */
  private static final float LARGEST_FRACTION = 1.5f;

  private static final float CERTAIN = 0.6f;
  private static final float SURE = 0.25f;
  private static final int FEW = 16;

  /** So many classes are never seen in one thing, whatever hierarchy they form. */
  private static final int TOO_MANY = 16;

  private final int width;
  private final int height;
  private final int[] certain;
  private long places;
  private long numbers;
  private long notNumbers;
  private float largestBox;
  private float smallestFraction;
  private float largestFraction;
  private float smallestScore;
  private float largestScore;
  private float smallestLogit = Float.POSITIVE_INFINITY;
  private int certainHere;
  private int mostCertain;
  private int sure;
  private int turned;
  private String badClass;

  /**
   * For a model with an input of this size.
   *
   * @param classes that it is thought to have
   */
  HeadProof(int width, int height, int classes) {
    this.width = width;
    this.height = height;
    certain = new int[classes];
  }

  /** A further place of the picture follows, each with a score for every class. */
  void place() {
    places++;
    certainHere = 0;
  }

  void box(float value) {
    if (isNumber(value)) {
      largestBox = Math.max(largestBox, Math.abs(value));
    }
  }

  /** What a number of a box is made from. */
  void part(float value) {
    isNumber(value);
  }

  /** A side of a box, or where it is, in fractions of the input. */
  void fraction(float value) {
    if (isNumber(value)) {
      smallestFraction = Math.min(smallestFraction, value);
      largestFraction = Math.max(largestFraction, value);
    }
  }

  /** A part of a score. */
  void probability(float value) {
    if (isNumber(value)) {
      smallestScore = Math.min(smallestScore, value);
      largestScore = Math.max(largestScore, value);
    }
  }

  void score(int index, float value) {
    probability(value);
    if (value > CERTAIN) {
      certain[index]++;
      mostCertain = Math.max(mostCertain, ++certainHere);
    }
  }

  /** What a score is made from. */
  void logit(float value) {
    if (isNumber(value)) {
      smallestLogit = Math.min(smallestLogit, value);
    }
  }

  void corners(float left, float top, float right, float bottom, float score) {
    if (score >= SURE) {
      sure++;
      turned += right < left || bottom < top ? 1 : 0;
    }
  }

  void classNumber(float value, boolean known) {
    if (isNumber(value) && !known && badClass == null) {
      badClass = value == (int) value ? Integer.toString((int) value) : number(value);
    }
  }

  private boolean isNumber(float value) {
    numbers++;
    boolean finite = Float.isFinite(value);
    notNumbers += finite ? 0 : 1;
    return finite;
  }

  /** What was seen and what to do about it, to be put after the file's name. */
  Optional<String> objection() {
    if (notNumbers * 100 > numbers) {
      return Optional.of(
          "answers with %d values of %d that are no numbers; its weights are damaged or too large for half precision, so export it again from sound ones, in float"
              .formatted(notNumbers, numbers));
    }
    if (badClass != null) {
      return Optional.of(
          "answers with the class number %s, but its metadata name %d classes, counted from 0; name all of its classes in 'names', or export it so that a row is left, top, right, bottom, score, class"
              .formatted(badClass, certain.length));
    }
    if (smallestScore < -ROUNDING || largestScore > 1 + ROUNDING) {
      return Optional.of(
          "scores from %s to %s instead of 0 to 1: its last sigmoid is missing, or what stands for scores is something else (masks, key points, angles); export a plain detector, whose scores are probabilities"
              .formatted(number(smallestScore), number(largestScore)));
    }
    if (largestBox > 0 && largestBox <= LARGEST_FRACTION) {
      return Optional.of(
          "gives boxes in fractions of the picture (up to %s) instead of pixels of its %dx%d input; multiply them by the input's width and height in the export, as YOLO detectors do (RT-DETR and TensorFlow exports do not)"
              .formatted(number(largestBox), width, height));
    }
    if (smallestFraction < -ROUNDING || largestFraction > 1 + ROUNDING) {
      return Optional.of(
          "gives boxes from %s to %s instead of fractions of the picture from 0 to 1; export it so that a box is centre, width and height in such fractions"
              .formatted(number(smallestFraction), number(largestFraction)));
    }
    if (smallestLogit >= 0 && smallestLogit < Float.POSITIVE_INFINITY) {
      return Optional.of(
          "gives no logit below 0, so that these seem to be probabilities already; export it without a sigmoid behind its logits");
    }
    if (turned * 2 > sure) {
      return Optional.of(
          "gives boxes whose right or lower side comes first; export it so that a row is left, top, right, bottom, score, class");
    }
    if (places > 0 && mostCertain >= TOO_MANY) {
      return Optional.of(
          "is sure of %d classes at one and the same place, so that masks or key points seem to stand among its classes; export a plain detector without them"
              .formatted(mostCertain));
    }
    return everywhere();
  }

  private Optional<String> everywhere() {
    for (int index = 0; index < certain.length; index++) {
      if (places >= FEW && certain[index] * 2L > places) {
        return Optional.of(
            "is sure of class %d at %d of %d places of test pictures that hold next to nothing: a background class (the 'no object' of DETR and others with a softmax), an objectness or masks stand among its classes; export a detector without them"
                .formatted(index, certain[index], places));
      }
    }
    return Optional.empty();
  }

  private static String number(float value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
