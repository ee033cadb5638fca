package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;

/**
 * A frame has its result: what stream and alert listen to.
 *
 * @param jpeg the frame's pixels, null where only the result is known
 * @param scale pixels of the JPEG for one of the result's
 */
public record FrameSeen(FrameResult result, byte[] jpeg, double scale) {}
