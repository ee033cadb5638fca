package edgeai.coordinator.job;

import edgeai.common.wire.Job;

/** A job as its row has it: what the contract shows, and what it was asked for. */
public record JobRecord(Job job, JobOptions options) {}
