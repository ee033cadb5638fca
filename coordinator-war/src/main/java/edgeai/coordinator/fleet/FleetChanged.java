package edgeai.coordinator.fleet;

/** A worker joined, left or came back: whoever waits for a free place should look again. */
public record FleetChanged() {}
