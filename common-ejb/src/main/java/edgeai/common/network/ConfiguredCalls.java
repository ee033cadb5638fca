package edgeai.common.network;

import edgeai.settings.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses this server calls because its operator named them in a setting: each that stands
 * there as such, names that lead to this machine, into private networks or into {@code
 * ALLOWED_NETWORKS}, names that a certificate proves; never an address that means something else in
 * every network. Names are looked up with each call, since machines move.
 */
public final class ConfiguredCalls {
  private final List<Network> allowed;

  /**
   * @param allowed by the operator, beside private networks
   */
  public ConfiguredCalls(List<Network> allowed) {
    this.allowed = allowed;
  }

  /**
   * Why a host is not called, as a predicate; empty where it is, or where nobody knows its name
   * yet.
   *
   * @param proven whether a certificate proves its name
   */
  public Optional<String> refusal(String host, boolean proven) {
    for (InetAddress address : SpecialAddresses.of(host)) {
      if (SpecialAddresses.isNeverCalled(address)) {
        return Optional.of(
            "leads to %s, which is link-local, multicast or of another kind that is never called"
                .formatted(address.getHostAddress()));
      }
      if (!proven && !SpecialAddresses.isWritten(host) && !isAllowed(address)) {
        return Optional.of(
            "has a name that leads to %s, outside private networks; ALLOWED_NETWORKS may have it"
                .formatted(address.getHostAddress()));
      }
    }
    return Optional.empty();
  }

  private boolean isAllowed(InetAddress address) {
    return OwnMachine.has(address)
        || SpecialAddresses.isNear(address)
        || SpecialAddresses.isIn(allowed, address);
  }

  /** As {@link #refusal(String, boolean)}, of an address of the web. */
  public Optional<String> refusal(URI address) {
    return refusal(address.getHost(), "https".equals(address.getScheme()));
  }

  /**
   * Before a call.
   *
   * @throws IOException where it is not made
   */
  public void require(URI address) throws IOException {
    Optional<String> refusal = refusal(address);
    if (refusal.isPresent()) {
      throw new IOException("%s %s".formatted(address.getHost(), refusal.get()));
    }
  }
}
