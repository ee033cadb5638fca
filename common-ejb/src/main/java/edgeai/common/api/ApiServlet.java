package edgeai.common.api;

import edgeai.common.error.Unavailable;
import edgeai.common.http.PagePolicy;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
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

  @Inject private transient ApiPlaces answers;

  /** Made once, since it takes the whole document. */
  private volatile String reading = "";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (document().isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (path.startsWith(TRYING + "/")) {
      serveFile(path.substring(TRYING.length() + 1), response);
    } else if (path.startsWith(TRYING)) {
      servePage(DocsFile::page, response);
    } else if (path.startsWith(READING)) {
      servePage(this::reading, response);
    } else {
      response.setHeader("Cache-Control", "no-cache");
      write("application/json", () -> readAll(document().orElseThrow()), response);
    }
  }

  private interface Source<T> {
    T read() throws IOException;
  }

  /** The one file of that folder; none where the WAR has none. */
  private Optional<String> document() {
    Set<String> files = getServletContext().getResourcePaths(FOLDER);
    return files == null ? Optional.empty() : files.stream().findFirst();
  }

  private byte[] readAll(String resource) throws IOException {
    try (InputStream in = getServletContext().getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  private String reading() throws IOException {
    if (reading.isEmpty()) {
      byte[] document = readAll(document().orElseThrow());
      try (JsonReader reader = Json.createReader(new ByteArrayInputStream(document))) {
        reading = new ApiReading(reader.readObject()).html();
      }
    }
    return reading;
  }

  private void serveFile(String name, HttpServletResponse response) throws IOException {
    DocsFile file = DocsFile.named(name);
    if (file == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=3600");
    write(
        file.type(),
        () -> {
          try (InputStream in = file.open()) {
            return in.readAllBytes();
          }
        },
        response);
  }

  private void servePage(Source<String> page, HttpServletResponse response) throws IOException {
    PagePolicy policy = PagePolicy.fresh();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Security-Policy", policy.header());
    response.setHeader("Referrer-Policy", "same-origin");
    write(
        "text/html; charset=utf-8",
        () -> policy.applyTo(page.read()).getBytes(StandardCharsets.UTF_8),
        response);
  }

  private void write(String type, Source<byte[]> source, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    try {
      answers
          .places()
          .write(
              response.getOutputStream(),
              out -> {
                byte[] body = source.read();
                response.setContentLength(body.length);
                for (int from = 0; from < body.length; from += PART) {
                  out.write(body, from, Math.min(PART, body.length - from));
                }
              });
    } catch (Unavailable e) {
      response.setHeader("Cache-Control", "no-store");
      response.setHeader(
          "Retry-After", String.valueOf(e.retryAfter().map(Duration::toSeconds).orElse(1L)));
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.getMessage());
    }
  }
}
