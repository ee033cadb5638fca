package edgeai.coordinator.model;

/** The model that infers all frames of a job, whatever the pool is switched to meanwhile. */
public record JobModel(String name, String sha256) {}
