package edgeai.coordinator.review;

import java.util.List;
import java.util.Map;

/**
 * What a job's settled frames show, over the time of its video.
 *
 * @param jobId which job
 * @param fromMs media time of the first frame
 * @param toMs just past the last
 * @param objectCounts sums over all frames
 * @param buckets gapless, in the order of the video
 */
public record Timeline(
    String jobId, long fromMs, long toMs, Map<String, Long> objectCounts, List<Bucket> buckets) {

  /**
   * A part of the video.
   *
   * @param fromMs media time of its beginning
   * @param toMs media time just past its end
   * @param frames that completed
   * @param reused those of them that were not inferred, since they show nothing new
   * @param failed frames that failed for good
   * @param detections how many there are
   * @param objectCounts how many of each label
   * @param frameId of the frame with the most detections, null where none completed
   * @param frameIndex of the same frame, or null
   */
  public record Bucket(
      long fromMs,
      long toMs,
      long frames,
      long reused,
      long failed,
      long detections,
      Map<String, Long> objectCounts,
      Long frameId,
      Long frameIndex) {}
}
