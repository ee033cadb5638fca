package edgeai.common.wire;

import java.util.List;

/**
 * What a worker found in a frame: {@code POST /results}.
 *
 * @param workerId which worker
 * @param frameId 1 to 2^53-1
 * @param detections what it found; none where left out
 * @param processingTimeMs how long inference took; 0 where left out
 */
public record PostedResult(
    String workerId, long frameId, List<Detection> detections, double processingTimeMs) {}
