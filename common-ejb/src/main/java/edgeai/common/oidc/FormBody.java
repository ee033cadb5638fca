package edgeai.common.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters of OAuth 2.0 as a form or a query has them, and who sends them (RFC 6749, 2.3.1). */
final class FormBody {
  private final Map<String, String> fields = new LinkedHashMap<>();
  private Optional<String> authorization = Optional.empty();

  FormBody with(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /** Proves who sends it, in the way that the provider knows. */
  FormBody from(OidcSettings settings, boolean inBody) {
    if (settings.secret().isEmpty()) {
      return with("client_id", settings.clientId());
    }
    String secret = settings.secret().get();
    if (inBody) {
      return with("client_id", settings.clientId()).with("client_secret", secret);
    }
    String pair = encoded(settings.clientId()) + ":" + encoded(secret);
    authorization =
        Optional.of(
            "Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
    return this;
  }

  Optional<String> authorization() {
    return authorization;
  }

  String body() {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** An address with these behind what it has. */
  URI after(URI address) {
    return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
