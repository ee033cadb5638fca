package edgeai.common.api;

import edgeai.common.http.PagePolicy;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Serves the description of this server's calls where its WAR has one: {@code /openapi.json} as it
 * is, {@code /docs} to try them, {@code /redoc} to read. Nothing of it comes from elsewhere.
 */
@WebServlet(urlPatterns = {"/openapi.json", "/docs", "/docs/*", "/redoc"})
public class ApiServlet extends HttpServlet {
  private static final String FOLDER = "/WEB-INF/api/";

  /** The container breaks the connection off where it is given more than it holds at once. */
  private static final int PART = 16 << 10;

  private static final String TRYING = "/docs";
  private static final String READING = "/redoc";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    try (InputStream document = document()) {
      if (document == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      } else if (path.startsWith(TRYING + "/")) {
        serveFile(path.substring(TRYING.length() + 1), response);
      } else if (path.startsWith(TRYING)) {
        servePage(DocsFile.page(), response);
      } else if (path.startsWith(READING)) {
        servePage(reading(document), response);
      } else {
        response.setHeader("Cache-Control", "no-cache");
        write("application/json", document.readAllBytes(), response);
      }
    }
  }

  /** The one file of that folder; null where the WAR has none. */
  private InputStream document() {
    Set<String> files = getServletContext().getResourcePaths(FOLDER);
    return files == null || files.isEmpty()
        ? null
        : getServletContext().getResourceAsStream(files.iterator().next());
  }

  private static String reading(InputStream document) throws IOException {
    try (JsonReader reader = Json.createReader(document)) {
      return new ApiReading(reader.readObject()).html();
    }
  }

  private static void serveFile(String name, HttpServletResponse response) throws IOException {
    DocsFile file = DocsFile.named(name);
    if (file == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try (InputStream in = file.open()) {
      response.setHeader("Cache-Control", "public, max-age=3600");
      write(file.type(), in.readAllBytes(), response);
    }
  }

  private static void servePage(String page, HttpServletResponse response) throws IOException {
    PagePolicy policy = PagePolicy.fresh();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", policy.header());
    response.setHeader("Referrer-Policy", "same-origin");
    write(
        "text/html; charset=utf-8",
        policy.applyTo(page).getBytes(StandardCharsets.UTF_8),
        response);
  }

  private static void write(String type, byte[] body, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    OutputStream out = response.getOutputStream();
    for (int from = 0; from < body.length; from += PART) {
      out.write(body, from, Math.min(PART, body.length - from));
    }
  }
}
