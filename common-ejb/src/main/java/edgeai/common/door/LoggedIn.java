package edgeai.common.door;

import edgeai.access.AccessList;
import edgeai.access.Account;
import edgeai.access.Role;
import edgeai.common.door.Asker.Proof;
import edgeai.common.oidc.Person;

/** Somebody who logged in, as they were known then. */
sealed interface LoggedIn {
  /** By a password. One whose account changes is logged out. */
  record ByAccount(Account account) implements LoggedIn {
    @Override
    public Proof proof() {
      return Proof.ACCOUNT;
    }

    @Override
    public String name() {
      return account.name();
    }

    @Override
    public String shown() {
      return account.name();
    }

    @Override
    public Role role() {
      return account.role();
    }

    @Override
    public boolean isStillKnown(AccessList access) {
      return access.account(account.name()).filter(account::equals).isPresent();
    }
  }

  /** By a provider, which is not asked again. */
  record ByProvider(Person person) implements LoggedIn {
    @Override
    public Proof proof() {
      return Proof.OIDC;
    }

    @Override
    public String name() {
      return person.subject();
    }

    @Override
    public String shown() {
      return person.name();
    }

    @Override
    public Role role() {
      return person.role();
    }

    @Override
    public boolean isStillKnown(AccessList access) {
      return true;
    }
  }

  Proof proof();

  /** By which they are told from everybody else who is known in the same way. */
  String name();

  /** What people read. */
  String shown();

  Role role();

  boolean isStillKnown(AccessList access);

  default boolean isSameAs(LoggedIn other) {
    return proof() == other.proof() && name().equals(other.name());
  }
}
