package edgeai.common.wire;

import java.util.Map;

/**
 * What a trial of a model showed: {@code POST /models/{sha256}/bench}.
 *
 * @param name of the model that was tried
 * @param sha256 hash of that model
 * @param comparedWith name of the model that the job went by, null without a job
 * @param jobId null without a job
 * @param frames that were compared
 * @param agreement F1 at an overlap of one half against what the job found, 0 to 1; null without a
 *     job
 * @param msByWorker what a picture took each worker, in ms
 */
public record ModelBench(
    String name,
    String sha256,
    String comparedWith,
    String jobId,
    int frames,
    Double agreement,
    Map<String, Double> msByWorker) {}
