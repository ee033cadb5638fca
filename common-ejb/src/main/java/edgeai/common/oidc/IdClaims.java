package edgeai.common.oidc;

import edgeai.access.Role;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What claims say of somebody: who it is, what they are called, and in which roles. */
final class IdClaims {
  private static final int LONGEST_NAME = 64;
  private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final List<String> NAMES = List.of("preferred_username", "email", "name");

  /** The more, the higher. */
  private static final Comparator<Role> RANK =
      Comparator.comparing(role -> List.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN).indexOf(role));

  private IdClaims() {}

  /** Empty where it is none, as the standard has it. */
  static Optional<String> subject(JsonObject claims) {
    return text(claims.get("sub")).filter(subject -> SUBJECT.matcher(subject).matches());
  }

  /** A name that can be shown in a line. */
  static String name(JsonObject claims) {
    return Stream.concat(NAMES.stream(), Stream.of("sub"))
        .flatMap(name -> text(claims.get(name)).stream())
        .map(IdClaims::shown)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse("somebody");
  }

  /** Nothing in it changes a line, or the direction of one. */
  static String shown(String text) {
    String plain = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
    int end = Math.min(plain.length(), LONGEST_NAME);
    return plain.substring(0, end < plain.length() ? plain.offsetByCodePoints(end, -1) : end);
  }

  /** The values of a claim, empty where it is not there. */
  static Optional<List<String>> values(JsonObject claims, String path) {
    JsonValue at = claims;
    for (String name : path.split("\\.")) {
      at = at instanceof JsonObject object ? object.get(name) : null;
    }
    if (at instanceof JsonArray list) {
      return Optional.of(list.stream().flatMap(value -> text(value).stream()).toList());
    }
    return text(at).map(List::of);
  }

  /** The highest of the roles that some values mean. */
  static Optional<Role> role(List<String> values, Map<String, Role> roles) {
    return values.stream()
        .flatMap(value -> Optional.ofNullable(roles.get(value)).stream())
        .max(RANK);
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }
}
