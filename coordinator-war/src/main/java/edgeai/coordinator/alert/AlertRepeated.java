package edgeai.coordinator.alert;

/** An alert stands for one more frame, or was acknowledged. */
public record AlertRepeated(long alertId) {}
