package edgeai.common.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells those who observe an event, each on its own: one that fails is noted, and neither the
 * others nor whoever announces it notice, whereas CDI by itself stops at the first that fails.
 */
@ApplicationScoped
public class Announcer {
  private final Map<Class<?>, List<ObserverMethod<? super Object>>> observers =
      new ConcurrentHashMap<>();

  private final BeanManager beans;
  private final Failures failures;

  /** For the proxy that the container makes. */
  protected Announcer() {
    this(null, null);
  }

  @Inject
  public Announcer(BeanManager beans, Failures failures) {
    this.beans = beans;
    this.failures = failures;
  }

  /**
   * Returns once all observers were told, in the order of their priorities.
   *
   * @param event of a class without type parameters
   */
  public void announce(Object event) {
    observers
        .computeIfAbsent(event.getClass(), type -> resolve(event))
        .forEach(observer -> failures.guard(name(observer, event), () -> observer.notify(event)));
  }

  private List<ObserverMethod<? super Object>> resolve(Object event) {
    return beans.resolveObserverMethods(event).stream()
        .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
        .toList();
  }

  private static String name(ObserverMethod<?> observer, Object event) {
    return "%s on %s"
        .formatted(observer.getBeanClass().getSimpleName(), event.getClass().getSimpleName());
  }
}
