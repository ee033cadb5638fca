package edgeai.common.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Serves the dashboard that lies in the WAR: its files under {@code /dashboard/}, its page for
 * every route below, and a way there from {@code /}. A page carries a {@link PagePolicy} of its
 * own.
 */
@WebServlet(urlPatterns = {"/dashboard", "/dashboard/*"})
public class DashboardServlet extends HttpServlet {
  private static final String HOME = "/dashboard/";
  private static final String FOLDER = "/WEB-INF/dashboard/";
  private static final String INDEX = "index.html";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (!isIn(getServletContext())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!path.startsWith(HOME)) {
      leadHome(request, response);
      return;
    }
    Optional<DashboardFile> file = DashboardFile.named(path.substring(HOME.length()));
    if (file.isPresent()) {
      serve(file.get(), request, response);
    } else {
      servePage(response);
    }
  }

  /** Whether the WAR was built with a dashboard. */
  public static boolean isIn(ServletContext context) throws IOException {
    return context.getResource(FOLDER + INDEX) != null;
  }

  /** Leads whoever asked there. */
  public static void leadHome(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", request.getContextPath() + HOME);
  }

  private void serve(DashboardFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean zipped = file.isText() && takesGzip(request);
    try (InputStream plain = open(file.name());
        InputStream packed = zipped ? open(file.name() + ".gz") : null) {
      if (plain == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setContentType(file.type());
      response.setHeader("Cache-Control", file.cacheControl());
      response.addHeader("Vary", "Accept-Encoding");
      if (packed != null) {
        response.setHeader("Content-Encoding", "gzip");
      }
      byte[] bytes = (packed == null ? plain : packed).readAllBytes();
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }

  private void servePage(HttpServletResponse response) throws IOException {
    try (InputStream index = open(INDEX)) {
      PagePolicy policy = PagePolicy.fresh();
      byte[] page =
          policy
              .applyTo(new String(index.readAllBytes(), StandardCharsets.UTF_8))
              .getBytes(StandardCharsets.UTF_8);
      response.setContentType("text/html; charset=utf-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Content-Security-Policy", policy.header());
      response.setHeader("Referrer-Policy", "same-origin");
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
    }
  }

  private InputStream open(String name) {
    return getServletContext().getResourceAsStream(FOLDER + name);
  }

  private static boolean takesGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }
}
