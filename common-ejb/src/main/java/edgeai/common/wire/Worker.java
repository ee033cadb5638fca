package edgeai.common.wire;

import java.time.Instant;
import java.util.List;

/**
 * A member of the pool as {@code GET /workers} shows it.
 *
 * @param workerId by which the pool knows it
 * @param host where frames are sent
 * @param port where frames are sent
 * @param hostname name of its machine
 * @param ipAddress as it said it
 * @param registeredAt when it came
 * @param framesProcessed its results that count, since the data began
 * @param capabilities what it said it can do
 * @param status {@code active}, {@code idle} or {@code offline}
 * @param lastHeartbeat when it was heard last
 * @param pendingFrames frames it holds at this moment, those of its pieces included
 * @param avgProcessingMs mean inference of its newest frames
 * @param maxInFlight frames that it takes at the same time, as it said
 * @param circuit {@code closed}, {@code open} or {@code half_open}
 * @param model name of its model, the pool's where it has that open; null where it announced none
 * @param modelSha256 hash of its model, null where it announced none
 * @param classes the labels of its model, null where that is not known
 * @param inputSize of its model, such as {@code 640x640}, null where that is not known
 * @param provider what its inference runs on, null where it announced none
 * @param refusal why it gets no frames, else null
 * @param note what it says is odd about itself, else null
 * @param quarantined whether its answers are not believed for a while; then {@code refusal} says
 *     why
 * @param lastError what went wrong with its last frame, null where that was done
 * @param lastErrorAt when that was, null where there is none
 * @param takesPieces whether it does pieces of video
 * @param pendingPieces pieces of video it holds at this moment
 * @param piecesProcessed pieces of video it did whole since it joined
 * @param models hashes of all models that it has open; empty where it announced none
 * @param places frames that it is given at the same time, which it earns by answering, up to {@code
 *     maxInFlight}
 * @param spotChecks its frames that another worker did as well, to compare
 * @param disagreements those of them in which the two did not find the same
 * @param lastDisagreement what they found, null where they never differed
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
    String note,
    boolean quarantined,
    String lastError,
    Instant lastErrorAt,
    boolean takesPieces,
    int pendingPieces,
    long piecesProcessed,
    List<String> models,
    int places,
    long spotChecks,
    long disagreements,
    String lastDisagreement) {

  /** What those who listen are told of a worker that is no more. */
  public static final String REMOVED = "removed";

  /** As it was last, and removed. */
  public Worker removed() {
    return with(
        framesProcessed,
        REMOVED,
        lastHeartbeat,
        pendingFrames,
        avgProcessingMs,
        lastErrorAt,
        pendingPieces,
        piecesProcessed,
        places,
        spotChecks);
  }

  /** What changes with every frame and heartbeat left out: two are equal whose state is. */
  public Worker withoutCounters() {
    return with(0, status, null, 0, 0, null, 0, 0, 0, 0);
  }

  private Worker with(
      long frames,
      String newStatus,
      Instant heartbeat,
      int pending,
      double ms,
      Instant errorAt,
      int newPieces,
      long donePieces,
      int newPlaces,
      long checks) {
    return new Worker(
        workerId,
        host,
        port,
        hostname,
        ipAddress,
        registeredAt,
        frames,
        capabilities,
        newStatus,
        heartbeat,
        pending,
        ms,
        maxInFlight,
        circuit,
        model,
        modelSha256,
        classes,
        inputSize,
        provider,
        refusal,
        note,
        quarantined,
        lastError,
        errorAt,
        takesPieces,
        newPieces,
        donePieces,
        models,
        newPlaces,
        checks,
        disagreements,
        lastDisagreement);
  }
}
