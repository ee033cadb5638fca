package edgeai.common.container;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends a server whose application could not be deployed. Payara Micro would stay, with its port
 * open and nothing behind it, and whoever starts again what has ended would not know.
 */
public final class FailedDeployment implements Extension {
  /** {@code EX_SOFTWARE} of sysexits.h. */
  private static final int EXIT_STATUS = 70;

  /** {@code org.glassfish.internal.deployment.Deployment.DEPLOYMENT_FAILURE_NAME}. */
  private static final String FAILED = "Deployment_Failed";

  private static final Logger LOG = Logger.getLogger(FailedDeployment.class.getName());

  void begin(@Observes BeforeBeanDiscovery event) {
    Thread deploying = Thread.currentThread();
    ContainerServices.onEvent(FAILED, () -> CompletableFuture.runAsync(() -> endAfter(deploying)));
  }

  /** Not before the container has said what was wrong. */
  private static void endAfter(Thread deploying) {
    try {
      deploying.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LOG.log(Level.SEVERE, "DEPLOYMENT FAILED: this server ends");
    System.exit(EXIT_STATUS);
  }
}
