package edgeai.common.container;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

  private static final long LOOK_MS = 100;

  void begin(@Observes BeforeBeanDiscovery event) {
    Watch watch = new Watch(Thread.currentThread());
    ContainerServices.onEvent(FAILED, watch.failed);
    watch.run();
  }

  /**
   * Looks until the deploying thread has ended, when the container has said what was wrong. No
   * class of an application that is given up can be loaded any more, so that all of this is used
   * before.
   */
  private static final class Watch implements Runnable {
    /** On the JVM's own timer: no executor of the container's is there yet. */
    private static final Executor LATER =
        CompletableFuture.delayedExecutor(LOOK_MS, TimeUnit.MILLISECONDS, Runnable::run);

    private final Thread deploying;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Logger log = Logger.getLogger(FailedDeployment.class.getName());
    private final Level level = Level.SEVERE;
    private final Runtime runtime = Runtime.getRuntime();

    Watch(Thread deploying) {
      this.deploying = deploying;
    }

    @Override
    public void run() {
      if (deploying.isAlive()) {
        LATER.execute(this);
      } else if (failed.get()) {
        log.log(level, "DEPLOYMENT FAILED: this server ends");
        runtime.exit(EXIT_STATUS);
      }
    }
  }
}
