package edgeai.common.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Compresses large answers of text for clients that take gzip. Streams of pictures, models and the
 * files of dashboards, which were compressed when they were built, do not come by here.
 */
@Provider
public class Compression implements WriterInterceptor {
  @Context private HttpHeaders request;

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!isText(context.getMediaType())) {
      context.proceed();
      return;
    }
    // with what the filter of origins said, which a header of the same name would replace
    context.getHeaders().addAll(HttpHeaders.VARY, List.of("Origin", HttpHeaders.ACCEPT_ENCODING));
    if (!takesGzip(request.getRequestHeader(HttpHeaders.ACCEPT_ENCODING))) {
      context.proceed();
      return;
    }
    OutputStream out = context.getOutputStream();
    try (LargeOutput large =
        new LargeOutput(
            out, () -> context.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip"))) {
      context.setOutputStream(large);
      context.proceed();
      // not where it throws: half an answer must not look whole
      large.finish();
    } finally {
      context.setOutputStream(out);
    }
  }

  /**
   * @param type null where a request's own type could not be read
   */
  static boolean isText(MediaType type) {
    if (type == null) {
      return false;
    }
    String subtype = type.getSubtype();
    return type.getType().equals("text") || subtype.endsWith("json") || subtype.equals("x-ndjson");
  }

  /** By RFC 9110, 12.5.3. */
  static boolean takesGzip(List<String> accepted) {
    if (accepted == null) {
      return false;
    }
    boolean any = false;
    for (String coding : String.join(",", accepted).split(",")) {
      String[] parts = coding.replaceAll("\\s", "").split(";");
      boolean taken = parts.length < 2 || !parts[1].matches("(?i)q=0(\\.0*)?");
      if (parts[0].equalsIgnoreCase("gzip") || parts[0].equalsIgnoreCase("x-gzip")) {
        return taken;
      }
      any |= parts[0].equals("*") && taken;
    }
    return any;
  }
}
