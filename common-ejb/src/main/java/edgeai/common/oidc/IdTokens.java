package edgeai.common.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Believes an ID token that the provider signed, for this server, in this login, lately (OpenID
 * Connect Core 1.0, 3.1.3.7).
 */
final class IdTokens {
  /** Signatures by keys of which only the provider has the private half. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int SKEW_SECONDS = 60;
  private static final Set<String> NEEDED = Set.of("sub", "exp", "iat");

  private final OidcSettings settings;
  private final JWKSource<SecurityContext> keys;
  private final Clock clock;

  IdTokens(OidcSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What a token claims.
   *
   * @param nonce that this login was begun with
   * @throws OidcException where it proves nothing
   */
  JsonObject claims(String token, String nonce) throws OidcException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    processor.setJWTClaimsSetVerifier(verifier(nonce));
    try {
      JWTClaimsSet claims = processor.process(token, null);
      requireUs(claims);
      try (JsonReader reader = Json.createReader(new StringReader(claims.toString()))) {
        return reader.readObject();
      }
    } catch (KeySourceException e) {
      throw new OidcException(OidcOutcome.AWAY, "its keys: " + e.getMessage(), e);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw new OidcException(OidcOutcome.UNTRUE, "the ID token: " + e.getMessage(), e);
    }
  }

  private DefaultJWTClaimsVerifier<SecurityContext> verifier(String nonce) {
    JWTClaimsSet exact =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer().toString())
            .claim("nonce", nonce)
            .build();
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(settings.clientId(), exact, NEEDED) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew(SKEW_SECONDS);
    return verifier;
  }

  /** A token for several was made for one of them; one that is not issued yet is nobody's. */
  private void requireUs(JWTClaimsSet claims) throws OidcException, ParseException {
    List<String> audience = claims.getAudience();
    String party = claims.getStringClaim("azp");
    if (party == null ? audience.size() > 1 : !party.equals(settings.clientId())) {
      throw new OidcException(OidcOutcome.UNTRUE, "the ID token was made for somebody else");
    }
    if (claims.getIssueTime().toInstant().isAfter(clock.instant().plusSeconds(SKEW_SECONDS))) {
      throw new OidcException(OidcOutcome.UNTRUE, "the ID token is of the future");
    }
  }
}
