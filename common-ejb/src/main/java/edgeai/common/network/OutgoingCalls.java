package edgeai.common.network;

import edgeai.settings.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses this server calls because others named them: those in the networks allowed, never
 * one that means something else in every network. A name is looked up once; what counts is the
 * address that comes of it, in whichever way it was written.
 */
public final class OutgoingCalls {
  private final Optional<List<Network>> allowed;
  private final OwnAddress own;

  /**
   * @param allowed what the operator allows; where that is nothing, this machine for a server that
   *     only this machine reaches, private networks and its own for others
   */
  public OutgoingCalls(Optional<List<Network>> allowed, OwnAddress own) {
    this.allowed = allowed;
    this.own = own;
  }

  /**
   * What is called from now on where a host was named: its address, or the name itself where nobody
   * knows it.
   *
   * @param named whether a certificate proves the name, which then stays, if all its addresses may
   *     be called
   */
  public String pinned(String host, boolean named) {
    List<InetAddress> addresses = SpecialAddresses.of(host);
    Optional<InetAddress> refused =
        addresses.stream().filter(address -> !mayCall(address)).findFirst();
    if (addresses.isEmpty() || named && refused.isEmpty()) {
      return host;
    }
    return refused.orElse(addresses.get(0)).getHostAddress();
  }

  /** Why what was {@link #pinned} is not called, as a predicate; empty where it is. */
  public Optional<String> refusal(String pinned, boolean named) {
    if (!SpecialAddresses.isWritten(pinned)) {
      return named ? Optional.empty() : Optional.of("nobody here knows the name " + pinned);
    }
    return SpecialAddresses.of(pinned).stream().allMatch(this::mayCall)
        ? Optional.empty()
        : Optional.of("its address %s is not in ALLOWED_NETWORKS".formatted(pinned));
  }

  private boolean mayCall(InetAddress address) {
    return !SpecialAddresses.isNeverCalled(address)
        && allowed
            .map(networks -> SpecialAddresses.isIn(networks, address))
            .orElseGet(() -> isUsual(address));
  }

  private boolean isUsual(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return own.isLoopback() || own.socket().getAddress().isAnyLocalAddress();
    }
    return OwnMachine.has(address) || !own.isLoopback() && SpecialAddresses.isNear(address);
  }
}
