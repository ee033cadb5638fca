package edgeai.coordinator.share;

import java.time.Instant;

/**
 * What a link shows, and for how long.
 *
 * @param expires to the second
 * @param maker the mark of who made it
 */
record FrameLink(String jobId, long frameId, Instant expires, String maker) {}
