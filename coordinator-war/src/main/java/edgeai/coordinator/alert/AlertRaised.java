package edgeai.coordinator.alert;

import edgeai.common.wire.Alert;

/** A new alert; frames that only prolong one within the cooldown raise none. */
public record AlertRaised(long alertId, Alert alert) {}
