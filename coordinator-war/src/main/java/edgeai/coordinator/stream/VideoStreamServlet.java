package edgeai.coordinator.stream;

import edgeai.common.http.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /video-stream}: MJPEG, as {@code multipart/x-mixed-replace}. */
@WebServlet(urlPatterns = "/video-stream", asyncSupported = true)
public class VideoStreamServlet extends HttpServlet {
  @Inject private transient StreamHub hub;
  @Inject private transient AnnotationStage annotation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!hub.hasRoom()) {
      refuse(response);
      return;
    }
    response.setContentType("multipart/x-mixed-replace; boundary=frame");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    Viewer viewer = new Viewer(context, hub::leave);
    context.addListener(viewer);
    response.getOutputStream().setWriteListener(viewer);
    hub.join(viewer);
    annotation.viewerCame();
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    Problem problem = new Problem(503, "There are as many viewers as MAX_VIEWERS allows.");
    response.setStatus(problem.status());
    response.setHeader("Retry-After", "10");
    response.setContentType(Problem.MEDIA_TYPE.toString());
    response.getOutputStream().write(problem.toJson().getBytes(StandardCharsets.UTF_8));
  }
}
