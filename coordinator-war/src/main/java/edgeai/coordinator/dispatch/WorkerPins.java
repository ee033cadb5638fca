package edgeai.coordinator.dispatch;

import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.settings.tls.Pem;
import edgeai.settings.tls.Pins;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * A worker is known by the fingerprint that it registered, at the address that it registered: what
 * one has said counts nowhere else.
 */
final class WorkerPins implements Pins {
  private final Supplier<? extends Collection<WorkerNode>> workers;

  WorkerPins(Supplier<? extends Collection<WorkerNode>> workers) {
    this.workers = workers;
  }

  @Override
  public boolean hold(X509Certificate certificate, String host, int port) {
    String fingerprint = Pem.fingerprint(certificate);
    return workers.get().stream()
        .map(WorkerNode::registration)
        .anyMatch(there -> isAt(there, host, port) && there.isKnownBy(fingerprint));
  }

  private static boolean isAt(WorkerRegistration there, String host, int port) {
    return there.port() == port && written(there.ipAddress()).equalsIgnoreCase(written(host));
  }

  /** Addresses of IPv6 in one way; nothing is looked up. */
  private static String written(String host) {
    try {
      return host.contains(":") ? InetAddress.getByName(host).getHostAddress() : host;
    } catch (UnknownHostException e) {
      return host;
    }
  }
}
