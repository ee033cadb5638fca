package edgeai.coordinator.live;

/** Knows what {@code GET /metrics} shows; ops implements it, so that live need not know ops. */
public interface MetricsSource {
  /** The system as it is now, in the words of the contract. */
  Object metrics();
}
