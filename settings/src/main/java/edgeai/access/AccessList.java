package edgeai.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who may call, at one moment. It never changes: who adds or removes makes another. */
public final class AccessList {
  public static final AccessList EMPTY = new AccessList(List.of(), List.of(), List.of());

  /** What tokens and accounts may be called. */
  public static final String NAMES = "1 to 64 letters, figures, '.', '_' or '-'";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int MOST = 1_000;

  /** A lab's machines may be brought in one after the other. */
  static final int MOST_CODES = 16;

  private final List<AccessToken> tokens;
  private final List<Account> accounts;
  private final List<JoinCode> codes;
  private final Map<String, AccessToken> byHash;

  AccessList(List<AccessToken> tokens, List<Account> accounts, List<JoinCode> codes) {
    this.tokens = List.copyOf(tokens);
    this.accounts = List.copyOf(accounts);
    this.codes = List.copyOf(codes);
    this.byHash =
        tokens.stream().collect(Collectors.toUnmodifiableMap(AccessToken::hash, token -> token));
    requireDistinct("token", tokens, AccessToken::name);
    requireDistinct("account", accounts, Account::name);
  }

  private static <T> void requireDistinct(String what, List<T> all, Function<T, String> name) {
    if (all.size() > MOST) {
      throw new AccessException("there may be %,d %ss at most".formatted(MOST, what));
    }
    Set<String> names = new HashSet<>();
    for (T one : all) {
      if (!NAME.matcher(name.apply(one)).matches()) {
        throw new AccessException("the name of %s %s is %s".formatted(article(what), what, NAMES));
      }
      if (!names.add(name.apply(one))) {
        throw new AccessException(
            "there is %s %s %s already".formatted(article(what), what, name.apply(one)));
      }
    }
  }

  private static String article(String what) {
    return what.startsWith("a") ? "an" : "a";
  }

  /** Whether nobody at all may call. */
  public boolean isEmpty() {
    return tokens.isEmpty() && accounts.isEmpty();
  }

  public List<AccessToken> tokens() {
    return tokens;
  }

  public List<Account> accounts() {
    return accounts;
  }

  /** Those by which a machine each may join, the oldest first. */
  public List<JoinCode> codes() {
    return codes;
  }

  /** The token that was sent, where it counts at this moment. */
  public Optional<AccessToken> find(Secret sent, Instant now) {
    String hash = sent.hash();
    return withHash(hash)
        .filter(token -> Secret.isSame(token.hash(), hash))
        .filter(token -> token.countsAt(now));
  }

  /** The token of this hash, whether it counts or not. */
  public Optional<AccessToken> withHash(String hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  public Optional<Account> account(String name) {
    return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
  }

  /**
   * @throws AccessException where there is one of its name
   */
  public AccessList with(AccessToken token) {
    return new AccessList(and(tokens, token), accounts, codes);
  }

  /**
   * @throws AccessException where there is one of its name
   */
  public AccessList with(Account account) {
    return new AccessList(tokens, and(accounts, account), codes);
  }

  /** Past so many, the oldest code goes. */
  public AccessList with(JoinCode code) {
    List<JoinCode> all = and(codes, code);
    return withCodes(all.subList(Math.max(0, all.size() - MOST_CODES), all.size()));
  }

  /** The codes take the place of those before. */
  public AccessList withCodes(List<JoinCode> others) {
    return new AccessList(tokens, accounts, others);
  }

  /**
   * @throws AccessException where there is no such token
   */
  public AccessList withoutToken(String name) {
    return new AccessList(
        without(tokens, token -> token.name().equals(name), "token " + name), accounts, codes);
  }

  /**
   * @throws AccessException where there is no such account
   */
  public AccessList withoutAccount(String name) {
    return new AccessList(
        tokens,
        without(accounts, account -> account.name().equals(name), "account " + name),
        codes);
  }

  private static <T> List<T> and(List<T> all, T another) {
    return Stream.concat(all.stream(), Stream.of(another)).toList();
  }

  private static <T> List<T> without(List<T> all, Predicate<T> gone, String name) {
    List<T> rest = new ArrayList<>(all);
    if (!rest.removeIf(gone)) {
      throw new AccessException("there is no " + name);
    }
    return rest;
  }
}
