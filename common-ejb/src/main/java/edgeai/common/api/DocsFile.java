package edgeai.common.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * A file of the page that tries calls: Swagger UI's, which lies in a jar of the WAR, or our own.
 *
 * @param path in the class path
 * @param type media type
 */
record DocsFile(String path, String type) {
  private static final String SWAGGER = "org.webjars/swagger-ui";
  private static final String OWN = "/edgeai/common/api/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, String> OF_SWAGGER =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", SCRIPT,
          "favicon-32x32.png", "image/png");

  private static final Map<String, String> OF_OURS =
      Map.of("docs.js", SCRIPT, "docs.css", "text/css; charset=utf-8");

  /** Null where there is none of that name. */
  static DocsFile named(String name) throws IOException {
    if (OF_OURS.containsKey(name)) {
      return new DocsFile(OWN + name, OF_OURS.get(name));
    }
    return OF_SWAGGER.containsKey(name)
        ? new DocsFile(
            "/META-INF/resources/webjars/swagger-ui/%s/%s".formatted(version(), name),
            OF_SWAGGER.get(name))
        : null;
  }

  /** The page itself, with a place for its nonce. */
  static String page() throws IOException {
    try (InputStream in = new DocsFile(OWN + "docs.html", "").open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String version() throws IOException {
    Properties pom = new Properties();
    try (InputStream in = open("/META-INF/maven/%s/pom.properties".formatted(SWAGGER))) {
      pom.load(in);
    }
    return pom.getProperty("version");
  }

  InputStream open() throws IOException {
    return open(path);
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = DocsFile.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException("the WAR lacks " + path);
    }
    return in;
  }
}
