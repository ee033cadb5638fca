package edgeai.common.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a login by a provider can end without one, as people are told. */
public enum OidcOutcome {
  STALE(
      "That login was not begun in this browser, was used before or took longer than ten minutes:"
          + " begin again."),
  DENIED("%1$s did not log you in."),
  AWAY("%1$s does not answer; try again later."),
  UNTRUE("What %1$s answered cannot be trusted; the server's log says why."),
  NO_ROLE(
      "%1$s knows you and gives you no role here: its claim %2$s has no value that OIDC_ROLES"
          + " names.");

  private final String sentence;

  OidcOutcome(String sentence) {
    this.sentence = sentence;
  }

  /** As it stands in an address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OidcOutcome> of(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
  }

  /** For people. */
  public String sentence(OidcSettings settings) {
    return sentence.formatted(settings.name(), settings.rolesClaim());
  }
}
