package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;

/**
 * A result, completed or failed, is durable and in the totals. Fired on the ledger's thread: who
 * observes it only notes it.
 */
public record ResultStored(FrameResult result) {}
