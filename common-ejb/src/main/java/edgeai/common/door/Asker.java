package edgeai.common.door;

import edgeai.access.Role;
import edgeai.common.network.OwnMachine;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * What a request proves of whoever sent it.
 *
 * @param proof by what they are known
 * @param name of the token or the account, the provider's subject, empty where there is none
 * @param address of the other end of the connection
 * @param role what they may do, empty for nothing that is not open to everybody
 * @param grant the hash of the token or the login, empty where there is none
 */
public record Asker(Proof proof, String name, String address, Optional<Role> role, String grant)
    implements Principal {

  /** By what somebody is known. */
  public enum Proof {
    /** Nothing. */
    NONE,
    /** Comes from this machine to a server that only this machine reaches. */
    LOCAL,
    /** Nothing, at a server that is open to everybody. */
    INSECURE,
    /** An address in {@code TRUSTED_NODE_NETWORKS}. */
    NETWORK,
    TOKEN,
    ACCOUNT,
    /** The provider of OpenID Connect knows them. */
    OIDC,
    /** The secret of this very server. */
    SELF
  }

  /** Who owns what programs of this machine make known without a token. */
  public static final String THIS_MACHINE = "address " + OwnMachine.NAME;

  private static final String ATTRIBUTE = Asker.class.getName();

  /** Somebody on this machine. */
  public Asker(String address) {
    this(Proof.LOCAL, address, Optional.of(Role.ADMIN));
  }

  /** Somebody without a name. */
  Asker(Proof proof, String address, Optional<Role> role) {
    this(proof, "", address, role, "");
  }

  static Asker nobody(String address) {
    return new Asker(Proof.NONE, address, Optional.empty());
  }

  /** Of a request that was let in. */
  public static Asker of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Asker asker
        ? asker
        : nobody(request.getRemoteAddr());
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /**
   * To whom belongs what this one makes known: the same for everything that the same node sends,
   * another for each other node that can be told from it. Without a token or a login all of one
   * machine are the same, and this machine is one by whichever of its addresses it asks.
   */
  public String owner() {
    return switch (proof) {
      case TOKEN -> "token " + name;
      case ACCOUNT -> "user " + name;
      case OIDC -> "oidc " + name;
      case NONE, LOCAL, INSECURE, NETWORK, SELF -> "address " + OwnMachine.orOther(address);
    };
  }

  /** Whether what they are known by may end to count while they ask. */
  boolean canLapse() {
    return proof == Proof.TOKEN || proof == Proof.ACCOUNT || proof == Proof.OIDC;
  }

  /** Whether they may do what this role is for. */
  public boolean is(Role wanted) {
    return role.filter(own -> own.includes(wanted)).isPresent();
  }

  @Override
  public String getName() {
    return owner();
  }
}
