package edgeai.access;

import java.time.Instant;

/**
 * Somebody who logs in with a password.
 *
 * @param name unlike that of any other account
 */
public record Account(String name, Role role, Password password, Instant created) {}
