package edgeai.coordinator.frame;

/**
 * Why a frame was not inferred.
 *
 * @param source the frame that was, in its place
 * @param change how much it differs from that one where it differs most, 0 to 1
 */
public record Reuse(long source, double change) {}
