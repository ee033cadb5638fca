package edgeai.systemtests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** Part of a WAR that cannot be deployed, since this fails at its start. */
@ApplicationScoped
public class FailingStart {
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    throw new IllegalStateException("nothing works today");
  }
}
