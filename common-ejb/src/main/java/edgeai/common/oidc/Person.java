package edgeai.common.oidc;

import edgeai.access.Role;
import java.util.Optional;

/**
 * Somebody whom the provider knows.
 *
 * @param subject by which the provider tells them from everybody else, always
 * @param name for people to read; others may be called so, too
 * @param role what they may do here
 * @param idToken by which the provider logs them out, empty where it is too long to be kept
 */
public record Person(String subject, String name, Role role, Optional<String> idToken) {}
