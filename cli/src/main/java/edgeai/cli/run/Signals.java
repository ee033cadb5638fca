package edgeai.cli.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Hears the signals that ask a command to end. The JDK's class for it is looked up by its name,
 * since compilers warn of it and cannot be told not to.
 */
public final class Signals {
  private static final String SIGNAL = "sun.misc.Signal";

  /** By signal, the status that says by which a command ended. */
  private static final Map<String, Integer> STATUSES = Map.of("INT", 130, "TERM", 143, "HUP", 129);

  private Signals() {}

  /**
   * Hands every such signal over, on a thread of its own, in place of ending the process. One that
   * was ignored when this process was started is not heard.
   */
  public static void hear(IntConsumer heard) {
    STATUSES.forEach((name, status) -> hear(name, () -> heard.accept(status)));
  }

  private static void hear(String name, Runnable heard) {
    try {
      Class<?> signal = Class.forName(SIGNAL);
      Class<?> handler = Class.forName(SIGNAL + "Handler");
      Object ours =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                heard.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (InvocationTargetException e) {
      // a system without that signal, such as Windows without HUP: what is not sent is not missed
      if (!(e.getCause() instanceof IllegalArgumentException)) {
        throw new IllegalStateException(e);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Java runtime is without jdk.unsupported", e);
    }
  }
}
