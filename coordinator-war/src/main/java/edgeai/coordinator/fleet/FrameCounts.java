package edgeai.coordinator.fleet;

/**
 * Knows how many results of a worker count; result implements it, so that the pool need not know
 * results.
 */
public interface FrameCounts {
  /** Results of this worker since the data began, however they came. */
  long of(String workerId);
}
