package edgeai.common.oidc;

import edgeai.access.Role;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.OidcCatalogue;
import edgeai.settings.SettingReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which provider is asked, and what its answers mean.
 *
 * @param issuer as it names itself, letter by letter
 * @param clientId what this server is called there
 * @param secret what this server proves that with, empty for a public client
 * @param name of the provider, for people
 * @param scopes what is asked for
 * @param rolesClaim of which roles are made, with dots into objects
 * @param roles by the values of that claim
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    Optional<String> secret,
    String name,
    List<String> scopes,
    String rolesClaim,
    Map<String, Role> roles) {
  private static final int LONGEST_SECRET = 1_024;

  /**
   * Empty where there is no provider.
   *
   * @throws InvalidSettingException where a value does not parse, or one is missing
   */
  public static Optional<OidcSettings> read(SettingReader in) {
    return in.find(OidcCatalogue.OIDC_ISSUER).map(issuer -> read(in, issuer));
  }

  private static OidcSettings read(SettingReader in, URI issuer) {
    return new OidcSettings(
        issuer,
        in.find(OidcCatalogue.OIDC_CLIENT_ID)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "OIDC_CLIENT_ID",
                        "",
                        "OIDC_ISSUER is set, so what this server is called there is needed")),
        in.find(OidcCatalogue.OIDC_CLIENT_SECRET_FILE).map(OidcSettings::secret),
        in.value(OidcCatalogue.OIDC_NAME),
        Stream.concat(Stream.of("openid"), in.value(OidcCatalogue.OIDC_SCOPES).stream())
            .distinct()
            .toList(),
        in.value(OidcCatalogue.OIDC_ROLES_CLAIM),
        in.value(OidcCatalogue.OIDC_ROLES).entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, pair -> Role.of(pair.getValue()).orElseThrow())));
  }

  private static String secret(Path file) {
    String allowed = "a file with a secret of up to %,d characters".formatted(LONGEST_SECRET);
    try {
      String text = Files.size(file) > LONGEST_SECRET ? "" : Files.readString(file).strip();
      if (!text.isEmpty()) {
        return text;
      }
    } catch (IOException e) {
      throw new InvalidSettingException(
          OidcCatalogue.OIDC_CLIENT_SECRET_FILE.name(), file + " (" + e + ")", allowed);
    }
    throw new InvalidSettingException(
        OidcCatalogue.OIDC_CLIENT_SECRET_FILE.name(), file.toString(), allowed);
  }

  /** Not the secret: it would stand in logs. */
  @Override
  public String toString() {
    return "%s as %s".formatted(issuer, clientId);
  }
}
