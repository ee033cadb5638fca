package edgeai.coordinator.live;

/** What goes over the wire; public so that its JSON can be written. */
public record LiveMessage(String type, Object data) {}
