package edgeai.common.oidc;

import edgeai.settings.OidcCatalogue;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0).
 *
 * @param authorization where browsers are sent to log in
 * @param token where codes are exchanged
 * @param keys where the keys are that it signs with
 * @param userinfo where it tells of whom an access token is
 * @param endSession where browsers are sent to log out
 * @param namesIssuer whether it says who it is when it leads back (RFC 9207)
 * @param takesBasic whether a secret may be sent in a header, as is usual
 */
record ProviderMetadata(
    URI authorization,
    URI token,
    URI keys,
    Optional<URI> userinfo,
    Optional<URI> endSession,
    boolean namesIssuer,
    boolean takesBasic) {
  private static final String METHODS = "token_endpoint_auth_methods_supported";

  /** Where it stands for an issuer. */
  static URI address(URI issuer) {
    return URI.create(
        issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }

  /**
   * @param issuer whom it must be of
   * @throws IOException where it is somebody else's, or something is missing
   */
  static ProviderMetadata of(JsonObject said, URI issuer) throws IOException {
    String named = text(said, "issuer").orElse("nobody");
    if (!named.equals(issuer.toString())) {
      throw new IOException(
          "it calls itself %.200s, and OIDC_ISSUER is %s".formatted(named, issuer));
    }
    return new ProviderMetadata(
        required(said, "authorization_endpoint"),
        required(said, "token_endpoint"),
        required(said, "jwks_uri"),
        address(said, "userinfo_endpoint"),
        address(said, "end_session_endpoint"),
        said.getBoolean("authorization_response_iss_parameter_supported", false),
        takesBasic(said));
  }

  private static boolean takesBasic(JsonObject said) {
    return !(said.get(METHODS) instanceof JsonArray methods)
        || methods.stream()
            .anyMatch(
                method ->
                    method instanceof JsonString text
                        && text.getString().equals("client_secret_basic"));
  }

  private static URI required(JsonObject said, String name) throws IOException {
    return address(said, name)
        .orElseThrow(() -> new IOException("its %s is no https address".formatted(name)));
  }

  private static Optional<URI> address(JsonObject said, String name) {
    try {
      return text(said, name).map(URI::create).filter(OidcCatalogue::isSafe);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonObject said, String name) {
    return said.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
