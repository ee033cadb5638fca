package edgeai.common.door;

import edgeai.access.AccessFile;
import edgeai.access.AccessList;
import edgeai.access.AccessToken;
import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.common.door.Asker.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out who asks, and whether they still may. A token that was sent counts and nothing else, so
 * that a wrong one is noticed; without one a login of a browser, then where the request comes from.
 */
@ApplicationScoped
public class Door {
  private final DoorSettings settings;
  private final OwnSecret own;
  private final Clock clock;
  private final Locality locality;
  private final AccessWatch access;
  private final Ways ways;
  private final LoginSessions sessions;

  @Inject
  public Door(DoorSettings settings, OwnSecret own, Clock clock) {
    this.settings = settings;
    this.own = own;
    this.clock = clock;
    this.locality = new Locality(settings.host());
    this.access = new AccessWatch(new AccessFile(settings.accessFile()));
    this.ways = Ways.of(settings.program());
    this.sessions = new LoginSessions(clock);
  }

  /** For the container's proxy. */
  protected Door() {
    settings = null;
    own = null;
    clock = null;
    locality = null;
    access = null;
    ways = null;
    sessions = null;
  }

  /** Those who may call, at this moment. */
  AccessList access() {
    return access.list();
  }

  /** Whether only this machine reaches the server. */
  boolean isLocalOnly() {
    return locality.isLoopback();
  }

  DoorSettings settings() {
    return settings;
  }

  Way taken(HttpServletRequest request) {
    return ways.taken(
        request.getMethod(), request.getRequestURI().substring(request.getContextPath().length()));
  }

  LoginSessions sessions() {
    return sessions;
  }

  /** Whose login it is, where it counts. */
  Optional<Asker> ofSession(Secret session, String address) {
    String hash = session.hash();
    return sessions
        .find(hash, access.list())
        .map(LoginSessions.Session::who)
        .map(who -> new Asker(who.proof(), who.name(), address, Optional.of(who.role()), hash));
  }

  /** Who sent a request; empty where the token that was sent counts for nothing. */
  Optional<Asker> whoAsks(HttpServletRequest request) {
    Optional<Secret> token = Bearer.of(request.getHeader("Authorization"));
    if (token.isPresent()) {
      return owner(token.get(), request.getRemoteAddr());
    }
    Optional<Asker> account =
        SessionCookie.of(request).flatMap(session -> ofSession(session, request.getRemoteAddr()));
    return account.or(() -> Optional.of(withoutToken(request)));
  }

  private Optional<Asker> owner(Secret token, String address) {
    if (!Secret.isWritten(token.text())) {
      return Optional.empty();
    }
    if (own.is(token)) {
      return Optional.of(new Asker(Proof.SELF, address, Optional.of(Role.ADMIN)));
    }
    // one that is not known may have been made just now
    return access
        .list()
        .find(token, clock.instant())
        .or(() -> access.look().find(token, clock.instant()))
        .map(
            found ->
                new Asker(
                    Proof.TOKEN, found.name(), address, Optional.of(found.role()), found.hash()));
  }

  private Asker withoutToken(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (settings.insecure()) {
      return new Asker(Proof.INSECURE, address, Optional.of(Role.ADMIN));
    }
    if (locality.covers(request)) {
      return new Asker(address);
    }
    return isTrusted(address) && !Locality.isPassedOn(request)
        ? new Asker(Proof.NETWORK, address, Optional.of(Role.NODE))
        : Asker.nobody(address);
  }

  private boolean isTrusted(String address) {
    if (settings.trusted().isEmpty()) {
      return false;
    }
    try {
      InetAddress there = InetAddress.getByName(address);
      return settings.trusted().stream().anyMatch(network -> network.contains(there));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether somebody who was let in still may do what they do. */
  boolean stillAdmits(Asker asker) {
    return switch (asker.proof()) {
      case TOKEN -> token(asker).filter(token -> token.countsAt(clock.instant())).isPresent();
      case ACCOUNT, OIDC -> sessions.find(asker.grant(), access.list()).isPresent();
      case NONE, LOCAL, INSECURE, NETWORK, SELF -> true;
    };
  }

  /** When what they are known by ends to count. */
  Optional<Instant> expiry(Asker asker) {
    return switch (asker.proof()) {
      case TOKEN -> token(asker).flatMap(AccessToken::expires);
      case ACCOUNT, OIDC ->
          sessions.find(asker.grant(), access.list()).map(LoginSessions.Session::expires);
      case NONE, LOCAL, INSECURE, NETWORK, SELF -> Optional.empty();
    };
  }

  /** What people read of who they are, empty where they have no name. */
  Optional<String> shownName(Asker asker) {
    return asker.proof() == Proof.OIDC
        ? sessions.find(asker.grant(), access.list()).map(session -> session.who().shown())
        : Optional.of(asker.name()).filter(name -> !name.isEmpty());
  }

  private Optional<AccessToken> token(Asker asker) {
    return access.list().withHash(asker.grant());
  }
}
