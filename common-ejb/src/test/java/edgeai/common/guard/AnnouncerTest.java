package edgeai.common.guard;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class AnnouncerTest {
  private final Set<ObserverMethod<?>> known = new LinkedHashSet<>();
  private final List<String> told = new ArrayList<>();
  private final Failures failures = new Failures();
  private final Announcer announcer = new Announcer(beans(), failures);
  private int resolutions;

  private record Rumour(String text) {}

  private final class First {}

  private final class Second {}

  private BeanManager beans() {
    return (BeanManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {BeanManager.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("resolveObserverMethods");
              resolutions++;
              return known;
            });
  }

  private void observer(Class<?> bean, int priority, Consumer<Object> observing) {
    known.add(
        (ObserverMethod<?>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ObserverMethod.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getBeanClass" -> bean;
                      case "getPriority" -> priority;
                      case "hashCode" -> System.identityHashCode(proxy);
                      case "equals" -> proxy == arguments[0];
                      default -> {
                        observing.accept(arguments[0]);
                        yield null;
                      }
                    }));
  }

  @Test
  void oneThatFailsStopsNeitherTheOthersNorWhoAnnounces() {
    observer(
        First.class,
        1,
        event -> {
          throw new NoClassDefFoundError("no/such/Class");
        });
    observer(Second.class, 2, event -> told.add("second heard " + event));

    announcer.announce(new Rumour("a"));
    announcer.announce(new Rumour("b"));

    assertThat(told).hasSize(2);
    assertThat(failures.count("First on Rumour")).isEqualTo(2);
    assertThat(failures.count("Second on Rumour")).isZero();
  }

  @Test
  void observersAreToldByTheirPriority() {
    observer(Second.class, 2_500, event -> told.add("second"));
    observer(First.class, 1, event -> told.add("first"));

    announcer.announce(new Rumour("a"));

    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void observersAreLookedForOnceForEachKindOfEvent() {
    for (int i = 0; i < 10; i++) {
      announcer.announce(new Rumour("a"));
      announcer.announce("another kind");
    }

    assertThat(resolutions).isEqualTo(2);
  }
}
