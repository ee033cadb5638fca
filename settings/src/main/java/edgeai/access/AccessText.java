package edgeai.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list as it is written: a line each, its fields set apart by tabs. */
final class AccessText {
  private static final String TOKEN = "token";
  private static final String ACCOUNT = "account";
  private static final String CODE = "code";
  private static final String NEVER = "-";

  private AccessText() {}

  static String write(AccessList list) {
    StringBuilder text =
        new StringBuilder("# who may call these servers; ./edge token and ./edge user change it\n");
    for (AccessToken token : list.tokens()) {
      String expires = token.expires().map(Instant::toString).orElse(NEVER);
      line(
          text,
          TOKEN,
          token.name(),
          token.role().word(),
          token.hash(),
          token.created().toString(),
          expires);
    }
    for (Account account : list.accounts()) {
      line(
          text,
          ACCOUNT,
          account.name(),
          account.role().word(),
          account.password().text(),
          account.created().toString());
    }
    list.codes()
        .forEach(
            code ->
                line(
                    text,
                    CODE,
                    code.hash(),
                    code.expires().toString(),
                    String.valueOf(code.tries())));
    return text.toString();
  }

  private static void line(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }

  /**
   * @throws AccessException where a line is none of these
   */
  static AccessList read(String text) {
    List<AccessToken> tokens = new ArrayList<>();
    List<Account> accounts = new ArrayList<>();
    List<JoinCode> codes = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      try {
        switch (fields[0] + fields.length) {
          case TOKEN + 6 -> tokens.add(token(fields));
          case ACCOUNT + 5 -> accounts.add(account(fields));
          case CODE + 4 -> codes.add(code(fields));
          default -> throw new IllegalArgumentException("it begins with nothing that is known");
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new AccessException(
            "line %d cannot be read: %s".formatted(number, e.getMessage()), e);
      }
    }
    return new AccessList(tokens, accounts, codes);
  }

  private static AccessToken token(String[] fields) {
    return new AccessToken(
        fields[1],
        role(fields[2]),
        hash(fields[3]),
        Instant.parse(fields[4]),
        fields[5].equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(fields[5])));
  }

  private static Account account(String[] fields) {
    return new Account(
        fields[1], role(fields[2]), new Password(fields[3]), Instant.parse(fields[4]));
  }

  private static JoinCode code(String[] fields) {
    return new JoinCode(hash(fields[1]), Instant.parse(fields[2]), Integer.parseInt(fields[3]));
  }

  private static Role role(String word) {
    return Role.of(word)
        .orElseThrow(() -> new IllegalArgumentException("a role is one of " + Role.words()));
  }

  private static String hash(String text) {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
    }
    return text;
  }
}
