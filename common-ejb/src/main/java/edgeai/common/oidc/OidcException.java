package edgeai.common.oidc;

/** Why somebody is not logged in by the provider. */
public final class OidcException extends Exception {
  private static final long serialVersionUID = 1;

  private final OidcOutcome outcome;

  OidcException(OidcOutcome outcome, String detail) {
    super(detail);
    this.outcome = outcome;
  }

  OidcException(OidcOutcome outcome, String detail, Throwable cause) {
    super(detail, cause);
    this.outcome = outcome;
  }

  /** What those are told who wanted to log in; the message is for the log. */
  public OidcOutcome outcome() {
    return outcome;
  }
}
