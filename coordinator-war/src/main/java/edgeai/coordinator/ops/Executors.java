package edgeai.coordinator.ops;

import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The threads there are: an executor per stage, each bounded here. What waits in front of them is
 * bounded by the stage, since a managed executor's own queue is not.
 */
@ManagedExecutorDefinition(name = "java:app/concurrent/jobs", maxAsync = 64)
@ManagedExecutorDefinition(name = "java:app/concurrent/dispatch", maxAsync = 260)
@ManagedExecutorDefinition(name = "java:app/concurrent/http", maxAsync = 16)
@ManagedExecutorDefinition(name = "java:app/concurrent/ledger", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/annotate", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/report", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/live", maxAsync = 1)
@ManagedExecutorDefinition(name = "java:app/concurrent/canary", maxAsync = 1)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/watch", maxAsync = 4)
@ApplicationScoped
public class Executors {}
