package edgeai.coordinator.frame;

import edgeai.common.wire.FrameResult;

/**
 * What became of a frame, as the ledger has it.
 *
 * @param model that did it; empty where that is not known, or it failed
 */
public record StoredOutcome(FrameResult result, String model) {}
