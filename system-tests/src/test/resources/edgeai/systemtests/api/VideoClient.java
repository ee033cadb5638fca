package edge.use;

import edge.client.ApiClient;
import edge.client.ApiException;
import edge.client.api.JobsApi;
import edge.client.model.FrameResult;
import edge.client.model.Job;
import java.io.File;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Uploads a video and reads what was found in it, by nothing but a client that was generated. */
public final class VideoClient implements Function<String[], List<String>> {
  private static final int MOST = 2_000;

  /**
   * @param asked the address of a coordinator, and a video
   * @return a line for each frame, and one for a job that there is not
   */
  @Override
  public List<String> apply(String[] asked) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(asked[0]);
    // it would offer to go on by HTTP/2, which no body of unknown length may come with
    client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    JobsApi jobs = new JobsApi(client);
    try {
      Job job = done(jobs, upload(jobs, new File(asked[1])));
      List<String> lines =
          new ArrayList<>(
              jobs.getJobFrames(job.getJobId(), null, MOST, null).stream()
                  .map(VideoClient::line)
                  .toList());
      lines.add("%s of %d frames".formatted(job.getStatus(), job.getProcessedFrames()));
      lines.add(refusal(jobs));
      return lines;
    } catch (ApiException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String upload(JobsApi jobs, File video) throws ApiException {
    return jobs.postUploadVideo(
            video, null, null, null, null, null, null, BigDecimal.ZERO, null, null, null, null, null)
        .getJobId();
  }

  private static Job done(JobsApi jobs, String id) throws ApiException, InterruptedException {
    Job job = jobs.getJob(id);
    while (!List.of("completed", "failed").contains(job.getStatus())) {
      Thread.sleep(200);
      job = jobs.getJob(id);
    }
    return job;
  }

  private static String line(FrameResult frame) {
    return "%d %s %s".formatted(frame.getFrameIndex(), frame.getStatus(), new TreeMap<>(frame.getObjectCounts()));
  }

  private static String refusal(JobsApi jobs) {
    try {
      return "there is " + jobs.getJob("nothing");
    } catch (ApiException e) {
      return "%d %s".formatted(e.getCode(), e.getResponseBody());
    }
  }
}
