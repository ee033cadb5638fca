package edgeai.common.oidc;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The provider as far as this server knows it: asked again and again while it does not answer, and
 * once an hour. What it said before counts while it is away.
 */
final class Provider {
  private static final Logger LOG = Logger.getLogger(Provider.class.getName());
  private static final long FRESH = TimeUnit.HOURS.toNanos(1);

  private final OidcSettings settings;
  private final ProviderClient client;
  private final Clock clock;
  private volatile Known known;
  private volatile boolean away;

  private record Known(ProviderMetadata metadata, IdTokens tokens, long at) {}

  Provider(OidcSettings settings, ProviderClient client, Clock clock) {
    this.settings = settings;
    this.client = client;
    this.clock = clock;
  }

  OidcSettings settings() {
    return settings;
  }

  ProviderClient client() {
    return client;
  }

  /** Whether it answered when it was asked last. */
  boolean isThere() {
    return known != null && !away;
  }

  /** Asks it who it is, where that is not known of late. */
  void look() {
    if (known == null || away || System.nanoTime() - known.at > FRESH) {
      try {
        ask();
      } catch (IOException e) {
        if (!away) {
          LOG.log(Level.WARNING, "nobody logs in by OIDC_ISSUER: {0}", e.getMessage());
        }
        away = true;
      }
    }
  }

  private synchronized Known ask() throws IOException {
    ProviderMetadata said =
        ProviderMetadata.of(
            client.object(ProviderMetadata.address(settings.issuer())), settings.issuer());
    Known before = known;
    // keys are kept with who fetches them
    IdTokens tokens =
        before != null && before.metadata.keys().equals(said.keys())
            ? before.tokens
            : new IdTokens(settings, new ProviderKeys(said.keys(), client).source(), clock);
    known = new Known(said, tokens, System.nanoTime());
    if (away || before == null) {
      LOG.log(Level.INFO, "people can log in by {0}", settings.issuer());
    }
    away = false;
    return known;
  }

  private Known known() throws OidcException {
    Known last = known;
    if (last != null) {
      return last;
    }
    try {
      return ask();
    } catch (IOException e) {
      throw new OidcException(OidcOutcome.AWAY, e.getMessage(), e);
    }
  }

  ProviderMetadata metadata() throws OidcException {
    return known().metadata;
  }

  IdTokens tokens() throws OidcException {
    return known().tokens;
  }

  /** What it said of itself, where it ever did. */
  Optional<ProviderMetadata> said() {
    return Optional.ofNullable(known).map(Known::metadata);
  }
}
