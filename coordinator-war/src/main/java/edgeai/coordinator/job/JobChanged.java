package edgeai.coordinator.job;

import edgeai.common.wire.Job;

/**
 * A job came into another state and has not ended: it waits, is worked on, or was removed. {@link
 * JobEnded} tells of its end.
 */
public record JobChanged(Job job) {}
