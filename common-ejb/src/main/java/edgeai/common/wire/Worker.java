package edgeai.common.wire;

import java.time.Instant;
import java.util.List;

/**
 * A member of the pool as {@code GET /workers} shows it.
 *
 * @param host where frames are sent
 * @param status {@code active}, {@code idle} or {@code offline}
 * @param pendingFrames frames it holds at this moment
 * @param circuit {@code closed}, {@code open} or {@code half_open}
 * @param model name or sha256 of its model, null where it announced none
 * @param provider what its inference runs on, null where it announced none
 * @param refusal why it gets no frames, else null
 * @param note what it says is odd about itself, else null
 */
public record Worker(
    String workerId,
    String host,
    int port,
    String hostname,
    String ipAddress,
    Instant registeredAt,
    long framesProcessed,
    List<String> capabilities,
    String status,
    Instant lastHeartbeat,
    int pendingFrames,
    double avgProcessingMs,
    int maxInFlight,
    String circuit,
    String model,
    String modelSha256,
    List<String> classes,
    String inputSize,
    String provider,
    String refusal,
    String note) {}
