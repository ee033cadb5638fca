package edgeai.common.oidc;

import java.net.URI;
import java.time.Instant;

/**
 * A login that a browser was sent away for.
 *
 * @param browser the hash of what that browser alone has
 * @param nonce that its ID token must have
 * @param verifier that proves to the provider who began it (RFC 7636)
 * @param back where the provider leads to
 * @param page that is shown then
 * @param expires when it counts no more
 */
record PendingLogin(
    String browser, String nonce, String verifier, URI back, String page, Instant expires) {}
