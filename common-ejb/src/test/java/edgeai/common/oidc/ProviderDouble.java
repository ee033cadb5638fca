package edgeai.common.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import edgeai.access.Secret;
import edgeai.common.fixture.AnsweringServer;
import edgeai.common.fixture.MutableClock;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A provider that a test tells to lie, which real ones do not do when they should. */
final class ProviderDouble implements AutoCloseable {
  static final String CLIENT = "edge";

  private static final RSAKey OWN = key("own");

  final Map<String, Object> userinfo = new LinkedHashMap<>(Map.of("sub", "248289761001"));
  UnaryOperator<JWTClaimsSet.Builder> claims = all -> all;
  UnaryOperator<JsonObjectBuilder> metadata = all -> all;
  RSAKey signing = OWN;
  JWKSet published = new JWKSet(OWN.toPublicJWK());
  String algorithm = "RS256";
  boolean away;
  private String nonce;
  private String challenge;

  private final AnsweringServer server = new AnsweringServer(this::answer);

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  URI issuer() {
    return server.address();
  }

  List<String> requests() {
    return server.requests();
  }

  /** What a browser would bring back from here. */
  OidcLogins.Answer send(URI browser) {
    Map<String, String> query = query(browser);
    nonce = query.get("nonce");
    challenge = query.get("code_challenge");
    return Answers.with(query.get("state"), "a-code");
  }

  static Map<String, String> query(URI address) {
    return fields(address.getRawQuery());
  }

  private static Map<String, String> fields(String form) {
    return Stream.of(form.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (away) {
      AnsweringServer.of(503, "").write(exchange);
      return;
    }
    String body =
        switch (exchange.getRequestURI().getPath()) {
          case "/.well-known/openid-configuration" -> metadata();
          case "/jwks" -> published.toString();
          case "/token" -> tokens(server.requests().getLast().replaceFirst("^\\S+ \\S+ ", ""));
          case "/me" -> Json.createObjectBuilder(userinfo).build().toString();
          default -> "{}";
        };
    AnsweringServer.of(200, body).write(exchange);
  }

  private String metadata() {
    return metadata
        .apply(
            Json.createObjectBuilder()
                .add("issuer", issuer().toString())
                .add("authorization_endpoint", issuer() + "/auth?flow=browser")
                .add("token_endpoint", issuer() + "/token")
                .add("userinfo_endpoint", issuer() + "/me")
                .add("end_session_endpoint", issuer() + "/end")
                .add("jwks_uri", issuer() + "/jwks"))
        .build()
        .toString();
  }

  private String tokens(String form) {
    Map<String, String> fields = fields(form);
    String verifier = fields.get("code_verifier");
    JsonObjectBuilder answer = Json.createObjectBuilder();
    if (!new Secret(verifier).challenge().equals(challenge)) {
      return answer.add("error", "invalid_grant").build().toString();
    }
    return answer.add("access_token", "for-me").add("id_token", idToken()).build().toString();
  }

  private String idToken() {
    Instant now = MutableClock.START;
    JWTClaimsSet all =
        claims
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer().toString())
                    .subject("248289761001")
                    .audience(CLIENT)
                    .claim("nonce", nonce)
                    .claim("preferred_username", "anna")
                    .claim("groups", List.of("all", "operator"))
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300))))
            .build();
    try {
      return switch (algorithm) {
        case "none" -> new PlainJWT(all).serialize();
        case "HS256" ->
            signed(
                JWSAlgorithm.HS256,
                all,
                new MACSigner(OWN.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        default -> signed(JWSAlgorithm.parse(algorithm), all, new RSASSASigner(signing));
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWSAlgorithm how, JWTClaimsSet all, JWSSigner signer) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(how).keyID(signing.getKeyID()).build(), all);
    token.sign(signer);
    return token.serialize();
  }

  @Override
  public void close() {
    server.close();
  }
}
