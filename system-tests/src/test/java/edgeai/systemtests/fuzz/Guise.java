package edgeai.systemtests.fuzz;

import edgeai.access.Role;
import java.util.Optional;

/** As whom a request comes. */
enum Guise {
  /** From this machine, which on loopback may do everything. */
  LOCAL(null),
  /** From elsewhere, without a token. */
  NOBODY(null),
  /** From elsewhere, with a token. */
  VIEWER(Role.VIEWER),
  NODE(Role.NODE);

  private final Role role;

  Guise(Role role) {
    this.role = role;
  }

  /** Mostly who may do everything, since others do not get far. */
  static Guise of(Dice dice) {
    return dice.oneIn(4) ? dice.of(NOBODY, VIEWER, NODE) : LOCAL;
  }

  Optional<Role> role() {
    return Optional.ofNullable(role);
  }

  /** Whether nothing that it sends may change what others own, so that it may try. */
  boolean isHarmless() {
    return this != LOCAL;
  }
}
