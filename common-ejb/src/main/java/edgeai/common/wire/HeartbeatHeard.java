package edgeai.common.wire;

import java.util.List;

/**
 * The answer to a heartbeat.
 *
 * @param success always true
 * @param message in words for people
 * @param models hashes of the models that are wanted of workers, that of the pool first
 */
public record HeartbeatHeard(boolean success, String message, List<String> models) {}
