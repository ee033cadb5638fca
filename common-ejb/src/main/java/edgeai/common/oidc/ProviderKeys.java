package edgeai.common.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.TimeUnit;

/**
 * The keys that the provider signs with: kept for minutes, fetched anew where a token names another
 * one, but not more often than whoever sends tokens deserves; those known before count for hours
 * while it is away.
 */
record ProviderKeys(URI address, ProviderClient client) implements ResourceRetriever {
  private static final long KEPT = TimeUnit.MINUTES.toMillis(10);
  private static final long WAIT = TimeUnit.SECONDS.toMillis(15);
  private static final long PAUSE = TimeUnit.SECONDS.toMillis(10);
  private static final long WHILE_AWAY = TimeUnit.HOURS.toMillis(4);

  JWKSource<SecurityContext> source() throws IOException {
    return JWKSourceBuilder.create(address.toURL(), this)
        .cache(KEPT, WAIT)
        .refreshAheadCache(false)
        .rateLimited(PAUSE)
        .outageTolerant(WHILE_AWAY)
        .build();
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    return new Resource(client.text(address), "application/jwk-set+json");
  }
}
