package edgeai.common.wire;

import java.util.List;

/** What a worker found in a frame: {@code POST /results}. */
public record PostedResult(
    String workerId, long frameId, List<Detection> detections, double processingTimeMs) {}
