package edgeai.common.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A model that a coordinator has, as {@code GET /models} shows it.
 *
 * @param name what it is called
 * @param sha256 hash of its file
 * @param classes the labels that it knows
 * @param input width and height of what it takes, such as {@code 640x640}
 * @param licence as the model names it, null where it names none
 * @param source where it comes from, as it says itself; null where it says nothing
 * @param defaultConfidence below which its detections are dropped where nothing else is set or
 *     asked for
 * @param inUse whether it is the pool's
 * @param msByWorker what a frame took each worker lately, in ms
 * @param bundled whether it came with the build
 * @param bytes of its file
 * @param addedAt null for one that was not added
 * @param runningJobs jobs that have not ended and go by it
 */
public record ShelfEntry(
    String name,
    String sha256,
    List<String> classes,
    String input,
    String licence,
    String source,
    double defaultConfidence,
    boolean inUse,
    Map<String, Double> msByWorker,
    boolean bundled,
    long bytes,
    Instant addedAt,
    int runningJobs) {}
