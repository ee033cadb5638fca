package edgeai.common.still;

/**
 * What came of a look at a frame.
 *
 * @param source the frame that was inferred last, as it was when the frame was looked at; 0 for
 *     none
 * @param change how much of the place that changed most differs from the source, 0 to 1, whatever
 *     was made of it; 1 where there is no source
 */
public record StillLook(StillDecision decision, long source, double change) {}
