package edgeai.coordinator.stream;

import edgeai.common.problem.Problem;
import edgeai.coordinator.job.Jobs;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /video-stream}: MJPEG, as {@code multipart/x-mixed-replace}, of the job {@code
 * job_id}, or of the one that is shown where none is named.
 */
@WebServlet(urlPatterns = "/video-stream", asyncSupported = true)
public class VideoStreamServlet extends HttpServlet {
  @Inject private transient StreamHub hub;
  @Inject private transient AnnotationStage annotation;
  @Inject private transient Jobs jobs;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String jobId = request.getParameter("job_id");
    if (jobId != null && !jobs.knows(jobId)) {
      new Problem(404, "There is no job %s.".formatted(jobId)).answer(response);
      return;
    }
    if (!hub.hasRoom()) {
      response.setHeader("Retry-After", "10");
      new Problem(503, "There are as many viewers as MAX_VIEWERS allows.").answer(response);
      return;
    }
    response.setContentType("multipart/x-mixed-replace; boundary=frame");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Viewer viewer = new Viewer(context, jobId, hub::leave);
    context.addListener(viewer);
    response.getOutputStream().setWriteListener(viewer);
    hub.join(viewer);
    annotation.viewerCame();
  }
}
