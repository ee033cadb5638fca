package edgeai.audit;

/**
 * Who did something, as far as it is known; empty words for what is not.
 *
 * @param who the name of a token or an account, or of this machine's user
 * @param proof by what they are known: token, account, local, network, insecure, none ...
 * @param role in which they did it
 * @param from the address of the other end of the connection
 * @param forwardedFor whom a proxy, or whoever says to be one, names as the one behind it
 */
public record AuditActor(String who, String proof, String role, String from, String forwardedFor) {
  private static final int LONGEST = 128;

  public AuditActor {
    who = PlainText.of(who, LONGEST);
    proof = PlainText.of(proof, LONGEST);
    role = PlainText.of(role, LONGEST);
    from = PlainText.of(from, LONGEST);
    forwardedFor = PlainText.of(forwardedFor, LONGEST);
  }

  /** The server or the command itself. */
  public static final AuditActor ITSELF = new AuditActor("", "self", "", "", "");

  /** Somebody at this machine's keyboard, by the name of their account. */
  public static AuditActor ofThisMachine() {
    return new AuditActor(System.getProperty("user.name", ""), "local", "", "", "");
  }
}
