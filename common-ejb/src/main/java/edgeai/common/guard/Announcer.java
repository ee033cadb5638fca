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
  private final Map<Class<?>, List<Observer>> observers = new ConcurrentHashMap<>();

  private final BeanManager beans;
  private final Failures failures;

  /** One who observes a kind of event, and what its failures go by: made once, used every time. */
  private record Observer(String name, ObserverMethod<? super Object> method) {}

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
        .forEach(each -> failures.guard(each.name(), () -> each.method().notify(event)));
  }

  private List<Observer> resolve(Object event) {
    return beans.resolveObserverMethods(event).stream()
        .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
        .map(method -> new Observer(name(method, event), method))
        .toList();
  }

  private static String name(ObserverMethod<?> observer, Object event) {
    return "%s on %s"
        .formatted(observer.getBeanClass().getSimpleName(), event.getClass().getSimpleName());
  }
}
