package edgeai.common.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Signals of the operating system. The JDK has no public class for them; the one that all JDKs have
 * ({@code sun.misc.Signal}) is reached by its name, since the compiler warns of it.
 */
final class SignalTrap {
  private static final Logger LOG = Logger.getLogger(SignalTrap.class.getName());

  private SignalTrap() {}

  /** Has {@code act} done, on a thread of the JVM's, when the signal of this name comes. */
  static void on(String name, Runnable act) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object acting =
          Proxy.newProxyInstance(
              SignalTrap.class.getClassLoader(), new Class<?>[] {handler}, calling(act));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), acting);
    } catch (ReflectiveOperationException e) {
      LOG.log(
          Level.WARNING,
          "SIG{0} ends this process as the JVM sees fit: {1}",
          new Object[] {name, e});
    }
  }

  private static InvocationHandler calling(Runnable act) {
    return (proxy, method, arguments) ->
        switch (method.getName()) {
          case "handle" -> {
            act.run();
            yield null;
          }
          case "equals" -> proxy == arguments[0];
          case "hashCode" -> System.identityHashCode(proxy);
          default -> act.toString();
        };
  }
}
