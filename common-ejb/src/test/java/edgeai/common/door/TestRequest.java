package edgeai.common.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as a container would hand it over, as far as the doors look at it. */
final class TestRequest {
  private final Map<String, String> headers = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final String method;
  private final String uri;
  private String address = "127.0.0.1";

  TestRequest(String method, String uri) {
    this.method = method;
    this.uri = uri;
    headers.put("host", "localhost:8000");
  }

  static TestRequest get() {
    return new TestRequest("GET", "/jobs");
  }

  TestRequest from(String other) {
    address = other;
    return this;
  }

  TestRequest with(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  TestRequest without(String name) {
    headers.remove(name.toLowerCase(Locale.ROOT));
    return this;
  }

  TestRequest sending(String cookie, String value) {
    cookies.add(new Cookie(cookie, value));
    return this;
  }

  HttpServletRequest made() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getRequestURI" -> uri;
                  case "getContextPath" -> "";
                  case "getRemoteAddr" -> address;
                  case "getLocalPort" -> 8000;
                  case "isSecure" -> false;
                  case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
                  case "getHeader" -> headers.get(((String) arguments[0]).toLowerCase(Locale.ROOT));
                  case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
