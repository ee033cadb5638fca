package edgeai.coordinator.decode;

import edgeai.common.wire.FrameResult;
import edgeai.settings.SkipStill;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Which frames of a job are not inferred, and what became of those that were settled before.
 *
 * @param stored what the ledger has of the frame of an id
 */
public record StillRule(SkipStill skip, LongFunction<Optional<FrameResult>> stored) {}
