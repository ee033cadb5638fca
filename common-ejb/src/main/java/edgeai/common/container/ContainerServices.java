package edgeai.common.container;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.hk2.api.ActiveDescriptor;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.AbstractActiveDescriptor;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;

/**
 * What Payara is made of, to which a part can be added. The classes that know it are in no artifact
 * that one could compile against, so that they are reached by their names.
 */
public final class ContainerServices {
  private static final String KNOWS_ALL = "org.glassfish.internal.api.Globals";

  private static final String EVENTS = "org.glassfish.api.event.Events";

  private static final String LISTENER = "org.glassfish.api.event.EventListener";

  private static final int BEFORE_ITS_OWN = 1;

  private ContainerServices() {}

  /**
   * Has the container find {@code part} where it looks for one of this kind and name.
   *
   * @throws IllegalStateException where this is not the container that is known
   */
  public static <T> void add(T part, String name, Class<T> kind) {
    try {
      AbstractActiveDescriptor<T> described =
          BuilderHelper.createConstantDescriptor(part, name, kind);
      described.setRanking(BEFORE_ITS_OWN);
      ServiceLocatorUtilities.addOneDescriptor(all(), described);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException("this Payara has no place for a part of its listener", e);
    }
  }

  /**
   * The part of the container that answers to this contract.
   *
   * @throws IllegalStateException where it has none
   */
  static Object service(String contract) throws ReflectiveOperationException {
    ActiveDescriptor<?> part =
        all().getBestDescriptor(BuilderHelper.createContractFilter(contract));
    if (part == null) {
      throw new IllegalStateException("this Payara has no " + contract);
    }
    return all().getServiceHandle(part).getService();
  }

  /**
   * Sets {@code seen}, on a thread of the container's, once there was an event of this name.
   *
   * @throws IllegalStateException where this is not the container that is known
   */
  static void onEvent(String name, AtomicBoolean seen) {
    try {
      Class<?> listener = Class.forName(LISTENER);
      Class<?> events = Class.forName(EVENTS);
      InvocationHandler calling =
          (proxy, method, arguments) -> answer(proxy, method, arguments, name, seen);
      events
          .getMethod("register", listener)
          .invoke(
              all().getService(events),
              Proxy.newProxyInstance(
                  ContainerServices.class.getClassLoader(), new Class<?>[] {listener}, calling));
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException("this Payara tells nothing of its events", e);
    }
  }

  /** The container keeps listeners in a set, so that there is more to answer than events. */
  private static Object answer(
      Object proxy, Method method, Object[] arguments, String name, AtomicBoolean seen)
      throws ReflectiveOperationException {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> "listener to " + name;
      default -> {
        Object event = arguments[0];
        seen.compareAndSet(false, event.getClass().getMethod("name").invoke(event).equals(name));
        yield null;
      }
    };
  }

  private static ServiceLocator all() throws ReflectiveOperationException {
    return (ServiceLocator) Class.forName(KNOWS_ALL).getMethod("getDefaultHabitat").invoke(null);
  }
}
