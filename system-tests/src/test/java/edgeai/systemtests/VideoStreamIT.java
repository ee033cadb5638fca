package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.MjpegViewer;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.Traffic;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code GET /video-stream}: what a browser needs to show it, and what viewers do to each other.
 */
@OnServers
@Timeout(300)
class VideoStreamIT {
  private static final int FRAMES = 100;

  private final Pool pool;
  private final JobClient jobs;

  VideoStreamIT(Pool pool) {
    this.pool = pool;
    this.jobs = new JobClient(pool.http());
  }

  @Test
  void startsWithAPictureAtOnceAndRepeatsIt() {
    try (MjpegViewer viewer = new MjpegViewer(pool.http())) {
      assertThat(viewer.status()).isEqualTo(200);
      assertThat(viewer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(
              type -> assertThat(type).isEqualTo("multipart/x-mixed-replace; boundary=frame"));
      assertThat(viewer.headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(viewer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
      byte[] first = viewer.next();
      assertThat(MjpegViewer.picture(first).getWidth()).isPositive();
      assertThat(viewer.next()).as("the first again, by which Chromium shows it").isEqualTo(first);
      assertThat(viewer.next()).as("the repeated one").isNotEmpty();
    }
  }

  @Test
  void showsTheFramesOfAJobWithWhatWasFound() {
    try (MjpegViewer viewer = new MjpegViewer(pool.http())) {
      viewer.next();
      String job = jobs.submit(Traffic.write("streamed.mp4", FRAMES), "?sample_fps=0");
      Set<Integer> seen = new HashSet<>();
      await("frames that change")
          .atMost(Duration.ofMinutes(3))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                byte[] jpeg = viewer.next();
                if (MjpegViewer.picture(jpeg).getWidth() == Traffic.WIDTH) {
                  seen.add(Arrays.hashCode(jpeg));
                }
                return seen.size() >= 5;
              });
      jobs.awaitCompleted(job);
      BufferedImage last = MjpegViewer.picture(viewer.next());
      assertThat(last.getWidth()).isEqualTo(Traffic.WIDTH);
      assertThat(last.getHeight()).isEqualTo(Traffic.HEIGHT);
      assertThat(coloursOf(last)).as("colours of an annotated frame").isGreaterThan(200);
    }
  }

  @Test
  void sticksToAJobAndShowsAnotherToWhoAsksForIt() {
    pool.http().get("/video-stream?job_id=ffffffffffff").problem(404);
    String first = jobs.submit(Traffic.write("first.mp4", FRAMES), "?sample_fps=0");
    String second = jobs.submit(Traffic.write("second.mp4", FRAMES), "?sample_fps=0");
    try (MjpegViewer any = new MjpegViewer(pool.http());
        MjpegViewer chosen = new MjpegViewer(pool.http(), "?job_id=" + second)) {
      List<String> shown = new ArrayList<>();
      Set<String> asked = new HashSet<>();
      await("pictures of both jobs")
          .atMost(Duration.ofMinutes(3))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                see(any, shown);
                chosen.next();
                chosen.jobId().ifPresent(asked::add);
                return jobs.job(first).getString("status").equals("completed")
                    && jobs.job(second).getString("status").equals("completed");
              });
      assertThat(asked).containsExactly(second);
      await("what the metrics tell is what is seen")
          .atMost(Duration.ofMinutes(1))
          .until(() -> shownNow().equals(see(any, shown)));
      assertThat(shown).as("each once, one after the other").doesNotHaveDuplicates();
    }
    try (MjpegViewer late = new MjpegViewer(pool.http(), "?job_id=" + first)) {
      assertThat(MjpegViewer.picture(late.next()).getWidth()).isPositive();
    }
  }

  /**
   * Takes the next picture; gives the job that it is of, which is put at the end if it is another.
   */
  private static String see(MjpegViewer viewer, List<String> shown) {
    viewer.next();
    viewer
        .jobId()
        .filter(id -> shown.isEmpty() || !shown.get(shown.size() - 1).equals(id))
        .ifPresent(shown::add);
    return shown.isEmpty() ? "" : shown.get(shown.size() - 1);
  }

  private String shownNow() {
    return pool.http().get("/metrics").object().getString("stream_job_id");
  }

  @Test
  void aViewerWhoDoesNotReadDisturbsNobody() {
    try (RawConnection stalled = RawConnection.to(pool.coordinator(), 2_048);
        MjpegViewer viewer = new MjpegViewer(pool.http())) {
      stalled.send("GET /video-stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
      viewer.next();
      jobs.awaitCompleted(jobs.submit(Traffic.write("stalled.mp4", FRAMES), "?sample_fps=0"));
      for (int i = 0; i < 3; i++) {
        assertThat(viewer.next()).isNotEmpty();
      }
      pool.http().get("/health").expect(200);
      assertThat(stalled.readSome(Duration.ofSeconds(30))).startsWith("HTTP/1.1 200");
    }
  }

  /** A frame of grey with squares has few colours; letters drawn on it bring many shades. */
  private static long coloursOf(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }
}
