package edgeai.coordinator.upload;

import java.nio.file.Path;

/**
 * A file that arrived whole.
 *
 * @param jobId the id its job will have
 * @param file where it lies for now
 * @param name what the client called it, made fit to be shown
 */
record UploadedFile(String jobId, Path file, String name, long sizeBytes) {}
