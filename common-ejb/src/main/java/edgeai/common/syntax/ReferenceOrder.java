package edgeai.common.syntax;

/**
 * The order in which codecs with two references show pictures: one that others refer to as soon as
 * the next such picture is there, all others at once.
 */
final class ReferenceOrder {
  private static final int BETWEENS = 16;
  private static final int LAST = (1 << BETWEENS) - 1;

  private long references;
  private int betweens;

  /** Where a picture stands that others refer to. */
  long reference() {
    betweens = 0;
    return references++ << BETWEENS | LAST;
  }

  /** Where a picture stands that refers to the one before and the one after it. */
  long between() throws UnprovenException {
    if (references == 0 || ++betweens >= LAST) {
      throw UnprovenException.beginsInTheMiddle();
    }
    return references - 1 << BETWEENS | betweens;
  }
}
