package edgeai.common.door;

import edgeai.access.Role;
import edgeai.audit.AuditActor;
import edgeai.common.audit.AuditNote;
import edgeai.common.audit.AuditTrail;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Notes every call that changes something, and every one that was refused for who sent it; not what
 * nodes send all the time, nor what is only read, unless it tells something of itself.
 */
public final class AuditFilter implements Filter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Door door;
  private final AuditTrail trail;

  public AuditFilter(Door door, AuditTrail trail) {
    this.door = door;
    this.trail = trail;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    AuditedRequest audited = new AuditedRequest(http, () -> look(http, answer.getStatus()));
    boolean whole = false;
    try {
      chain.doFilter(audited, response);
      whole = true;
    } finally {
      if (whole) {
        audited.left();
      } else {
        look(http, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
    }
  }

  private void look(HttpServletRequest request, int status) {
    boolean refused =
        status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN;
    boolean told = AuditNote.thing(request) != null;
    if (READING.contains(request.getMethod()) && !told) {
      if (refused && isAnybodys(request)) {
        note(request, door.taken(request), status);
      }
      return;
    }
    Way way = door.taken(request);
    if (refused || !way.isRoutine()) {
      note(request, way, status);
    }
  }

  /** A page that asks before anybody has logged in is no news; a token that is refused is. */
  private static boolean isAnybodys(HttpServletRequest request) {
    return request.getHeader("Authorization") != null || Asker.of(request).role().isPresent();
  }

  private void note(HttpServletRequest request, Way way, int status) {
    String thing = AuditNote.thing(request);
    String detail = AuditNote.detail(request);
    trail.note(
        actor(request),
        "%s %s"
            .formatted(
                request.getMethod(), way.isElsewhere() ? request.getRequestURI() : way.pattern()),
        thing == null ? named(way, request) : thing,
        status,
        detail == null ? circumstances(request, status) : detail);
  }

  static AuditActor actor(HttpServletRequest request) {
    Asker asker = Asker.of(request);
    String forwarded =
        Optional.ofNullable(request.getHeader("X-Forwarded-For"))
            .or(() -> Optional.ofNullable(request.getHeader("Forwarded")))
            .orElse("");
    return new AuditActor(
        asker.name(),
        asker.proof().name().toLowerCase(Locale.ROOT),
        asker.role().map(Role::word).orElse(""),
        request.getRemoteAddr(),
        forwarded);
  }

  /** What stands in the path for the parts of the pattern that are open. */
  private static String named(Way way, HttpServletRequest request) {
    List<String> pattern = RequestPath.parts(way.pattern());
    return RequestPath.of(request.getRequestURI())
        .filter(path -> path.size() == pattern.size())
        .map(
            path ->
                IntStream.range(0, pattern.size())
                    .filter(i -> pattern.get(i).startsWith("{"))
                    .mapToObj(path::get)
                    .collect(Collectors.joining(" ")))
        .orElse("");
  }

  private static String circumstances(HttpServletRequest request, int status) {
    if (status < HttpServletResponse.SC_BAD_REQUEST) {
      return "";
    }
    if (request.getHeader("Origin") != null) {
      return "from a page of " + request.getHeader("Origin");
    }
    return status == HttpServletResponse.SC_UNAUTHORIZED
            && request.getHeader("Authorization") != null
        ? "with a token that counts for nothing"
        : "";
  }
}
