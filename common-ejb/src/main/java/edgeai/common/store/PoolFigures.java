package edgeai.common.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How far the connections to a database are taken, for Prometheus. */
final class PoolFigures {
  private final Supplier<Connections> connections;

  /**
   * @param connections those of the moment in which it is asked
   */
  PoolFigures(Supplier<Connections> connections) {
    this.connections = connections;
  }

  void register() {
    GaugeWithCallback.builder()
        .name("edge_database_connections")
        .help("Connections to the database, by whether somebody has them.")
        .labelNames("pool", "state")
        .callback(callback -> each(pool -> connections(pool, callback)))
        .register();
    GaugeWithCallback.builder()
        .name("edge_database_connections_limit")
        .help("Connections to the database that there may be.")
        .labelNames("pool")
        .callback(
            callback -> each(pool -> callback.call(pool.getMaximumPoolSize(), pool.getPoolName())))
        .register();
    GaugeWithCallback.builder()
        .name("edge_database_connections_awaited")
        .help("Threads that wait for a connection to the database.")
        .labelNames("pool")
        .callback(
            callback ->
                each(
                    pool -> {
                      HikariPoolMXBean now = pool.getHikariPoolMXBean();
                      callback.call(now.getThreadsAwaitingConnection(), pool.getPoolName());
                    }))
        .register();
  }

  private static void connections(HikariDataSource pool, GaugeWithCallback.Callback callback) {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    callback.call(now.getActiveConnections(), pool.getPoolName(), "in_use");
    callback.call(now.getIdleConnections(), pool.getPoolName(), "idle");
  }

  private void each(Consumer<HikariDataSource> look) {
    Connections now = connections.get();
    look.accept(now.readers());
    look.accept(now.writer());
  }
}
