package edgeai.common.wire;

/** What goes over a WebSocket: what kind it is of, and the thing itself. */
public record LiveMessage(String type, Object data) {}
