package edgeai.common.oidc;

import java.util.Optional;

/** What a browser brings back from a provider. */
final class Answers {
  private Answers() {}

  static OidcLogins.Answer with(String state, String code) {
    return new OidcLogins.Answer(
        Optional.of(state), Optional.of(code), Optional.empty(), Optional.empty());
  }

  static OidcLogins.Answer from(OidcLogins.Answer answer, String issuer) {
    return new OidcLogins.Answer(
        answer.state(), answer.code(), Optional.of(issuer), Optional.empty());
  }

  static OidcLogins.Answer refused(OidcLogins.Answer answer, String error) {
    return new OidcLogins.Answer(
        answer.state(), Optional.empty(), Optional.empty(), Optional.of(error));
  }
}
