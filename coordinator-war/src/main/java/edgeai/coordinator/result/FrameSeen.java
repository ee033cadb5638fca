package edgeai.coordinator.result;

import edgeai.common.wire.FrameResult;

/**
 * A frame has its result: what stream and alert listen to.
 *
 * @param jpeg the frame's pixels, null where only a result was posted
 */
public record FrameSeen(FrameResult result, byte[] jpeg) {}
