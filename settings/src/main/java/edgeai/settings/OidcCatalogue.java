package edgeai.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** By which provider of OpenID Connect people log in, and as what. */
public final class OidcCatalogue {
  private static final String AN_ISSUER =
      "an https address such as https://id.example.org/realms/edge, or an http one of this machine,"
          + " without user, query and fragment";
  private static final String ROLES =
      "values of the claim and their roles, separated by commas, such as"
          + " edge-admins=admin,staff=viewer; roles are viewer, operator, admin";
  private static final Set<String> OF_PEOPLE = Set.of("viewer", "operator", "admin");

  /** Compared letter by letter with what tokens say, so that it stays as it is written. */
  public static final Setting<URI> OIDC_ISSUER =
      of(
          "OIDC_ISSUER",
          new Kind<>(AN_ISSUER, OidcCatalogue::issuer, URI::toString),
          Fallback.none("none"),
          "the provider of OpenID Connect by which people log in, as it names itself");

  public static final Setting<String> OIDC_CLIENT_ID =
      of(
          "OIDC_CLIENT_ID",
          Kind.matching("\\p{Graph}{1,256}", "1 to 256 characters without blanks"),
          Fallback.none(),
          "what this server is called at the provider; needed with `OIDC_ISSUER`");

  public static final Setting<Path> OIDC_CLIENT_SECRET_FILE =
      of(
          "OIDC_CLIENT_SECRET_FILE",
          Kind.path(),
          Fallback.none("a public client"),
          "the file with this server's secret at the provider");

  public static final Setting<String> OIDC_NAME =
      of(
          "OIDC_NAME",
          Kind.matching("[\\p{L}\\p{N}][\\p{L}\\p{N} .:_-]{0,39}", "up to 40 letters and figures"),
          Fallback.made(
              "the host of OIDC_ISSUER",
              in -> in.given(OIDC_ISSUER).map(URI::getHost).orElse("the provider")),
          "what the provider is called where one logs in");

  public static final Setting<List<String>> OIDC_SCOPES =
      of(
          "OIDC_SCOPES",
          Kind.list(),
          Fallback.to(List.of("openid", "profile", "email"), "openid,profile,email"),
          "what the provider is asked for, separated by commas; some need `groups` or `roles`");

  public static final Setting<String> OIDC_ROLES_CLAIM =
      of(
          "OIDC_ROLES_CLAIM",
          Kind.matching("[^.]{1,256}(?:\\.[^.]{1,256}){0,7}", "names, with dots between them"),
          Fallback.to("groups"),
          "the claim that has a text or a list of texts of which roles are made; a dot leads into an"
              + " object, as in realm_access.roles");

  public static final Setting<Map<String, String>> OIDC_ROLES =
      of(
          "OIDC_ROLES",
          new Kind<>(ROLES, OidcCatalogue::roles, OidcCatalogue::written),
          Fallback.to(
              roles("", "viewer=viewer,operator=operator,admin=admin"),
              "viewer, operator and admin are called so there, too"),
          "which values of the claim make which role; the highest counts, and nobody comes in"
              + " without one");

  static final List<Setting<?>> ALL =
      List.of(
          OIDC_ISSUER,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET_FILE,
          OIDC_NAME,
          OIDC_SCOPES,
          OIDC_ROLES_CLAIM,
          OIDC_ROLES);

  private OidcCatalogue() {}

  private static <T> Setting<T> of(
      String name, Kind<T> kind, Fallback<T> fallback, String meaning) {
    return Setting.of(name, kind, fallback, meaning, Program.COORDINATOR, Program.ADMIN);
  }

  private static URI issuer(String name, String value) {
    try {
      URI issuer = URI.create(value);
      boolean plain =
          issuer.getHost() != null
              && issuer.getUserInfo() == null
              && issuer.getQuery() == null
              && issuer.getFragment() == null;
      if (plain && isSafe(issuer)) {
        return issuer;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(name, "...", AN_ISSUER);
    }
    throw new InvalidSettingException(name, value.contains("@") ? "..." : value, AN_ISSUER);
  }

  /** Whether nobody between can read or change what is sent there. */
  public static boolean isSafe(URI address) {
    String host = address.getHost() == null ? "" : address.getHost();
    boolean here =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    return "https".equals(address.getScheme()) && !host.isEmpty()
        || "http".equals(address.getScheme()) && here;
  }

  private static Map<String, String> roles(String name, String value) {
    Map<String, String> roles = new LinkedHashMap<>();
    for (String pair : Kind.list().parse(name, value)) {
      int sign = pair.lastIndexOf('=');
      String role = pair.substring(sign + 1).strip();
      if (sign < 1 || !OF_PEOPLE.contains(role)) {
        throw new InvalidSettingException(name, value, ROLES);
      }
      roles.put(pair.substring(0, sign).strip(), role);
    }
    return roles;
  }

  private static String written(Map<String, String> roles) {
    return roles.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining(","));
  }
}
