package edgeai.worker.infer;

import edgeai.common.problem.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets frames and pieces through the door and out of it once their answers are on their way. */
@WebFilter(
    urlPatterns = {"/process-frame", "/process-piece"},
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
    asyncSupported = true)
public class FrameFilter implements Filter {
  private static final Logger LOG = Logger.getLogger(FrameFilter.class.getName());

  @Inject private FrameDoor door;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!door.enter()) {
      refuse((HttpServletResponse) response);
      return;
    }
    try {
      chain.doFilter(request, response);
      flush(response);
    } finally {
      door.leave();
    }
  }

  private static void flush(ServletResponse response) {
    try {
      response.flushBuffer();
    } catch (IOException e) {
      LOG.log(Level.FINE, "nobody takes an answer: {0}", e.toString());
    }
  }

  private static void refuse(HttpServletResponse answer) throws IOException {
    answer.setHeader("Retry-After", "30");
    new Problem(503, "This worker is ending.").answer(answer);
  }
}
