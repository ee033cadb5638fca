package edgeai.coordinator.job;

import edgeai.common.wire.Job;

/** A job is over, and its row says so. */
public record JobEnded(Job job) {}
