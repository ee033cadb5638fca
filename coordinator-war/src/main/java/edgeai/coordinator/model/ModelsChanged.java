package edgeai.coordinator.model;

import java.util.List;

/**
 * Other models than before are wanted of workers, or open in this process.
 *
 * @param open hashes of those that this process infers by
 */
public record ModelsChanged(List<String> open) {}
