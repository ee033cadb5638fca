package edgeai.common.vision;

import java.util.List;

/**
 * A way to understand what a model answers.
 *
 * @param head that reads it
 * @param classes labels by class index
 * @param evidence what speaks for it beside the shape
 */
record Reading(Head head, List<String> classes, Evidence evidence) {

  /** What speaks for a reading, the strongest first. */
  enum Evidence {
    /** The file says so itself. */
    METADATA,

    /** There are as many rows as such a network has places for an input of this size. */
    PLACES,

    /** The shape would do. */
    SHAPE,

    /** The shape would do for boxes in fractions, which an answer without any may be taken for. */
    FRACTIONS;

    static Evidence ofPlaces(boolean fits) {
      return fits ? PLACES : SHAPE;
    }
  }
}
