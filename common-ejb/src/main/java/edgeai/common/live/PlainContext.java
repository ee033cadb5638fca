package edgeai.common.live;

import java.util.concurrent.Executor;

/**
 * An executor whose tasks run without the application's class loader as context. Payara looks
 * through the context class loader's whole class path whenever a task is handed to a managed
 * executor, and its WebSockets hand one over with every message; with the platform's class loader
 * that costs next to nothing.
 */
public final class PlainContext implements Executor {
  private final Executor executor;

  public PlainContext(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      executor.execute(task);
    } finally {
      thread.setContextClassLoader(context);
    }
  }
}
