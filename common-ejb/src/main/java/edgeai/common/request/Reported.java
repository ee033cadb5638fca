package edgeai.common.request;

/**
 * What a node reported.
 *
 * @param said with an instant, which is now where the node named none
 * @param timestamp the node's own words, where they are no instant; else null
 */
public record Reported<T>(T said, String timestamp) {}
