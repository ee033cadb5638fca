package edgeai.coordinator.alert;

import edgeai.common.wire.Alert;

/** A new alert; frames that only prolong what goes on raise none. */
public record AlertRaised(long alertId, Alert alert) {}
