package edgeai.common.door;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.Principal;

/**
 * A request that says who sent it, to WebSockets, too, which see nothing else of it; it ends amid
 * its body or its answer where they may not ask any more.
 */
final class AskedRequest extends HttpServletRequestWrapper {
  private final Asker asker;
  private final Door door;
  private final OpenWays ways;
  private ServletInputStream body;

  AskedRequest(HttpServletRequest request, Asker asker, Door door, OpenWays ways) {
    super(request);
    this.asker = asker;
    this.door = door;
    this.ways = ways;
  }

  @Override
  public Principal getUserPrincipal() {
    return asker;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (!asker.canLapse()) {
      return super.getInputStream();
    }
    if (body == null) {
      body = new AskedBody(super.getInputStream(), () -> door.stillAdmits(asker));
    }
    return body;
  }

  @Override
  public AsyncContext startAsync() {
    return noted(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return noted(super.startAsync(request, response));
  }

  private AsyncContext noted(AsyncContext context) {
    if (asker.canLapse()) {
      context.addListener(new AskedStream(context, asker, ways));
    }
    return context;
  }
}
