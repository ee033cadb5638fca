package edgeai.coordinator.alert;

/** An alert stands for one more frame. */
public record AlertRepeated(long alertId) {}
