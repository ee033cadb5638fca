package edgeai.cli.command;

import edgeai.cli.console.Misuse;

/**
 * How many servers a pool on this machine has, and where they listen: none where another does.
 *
 * @param worker the first worker's port
 * @param withAdmin whether there is an admin server
 * @param camera the first camera's port
 */
record PoolPorts(
    int coordinator,
    int workers,
    int worker,
    boolean withAdmin,
    int admin,
    int cameras,
    int camera) {
  private static final int PORTS = 65_536;

  PoolPorts {
    requireFit(workers, "workers", worker);
    requireFit(cameras, "cameras", camera);
    if (cameras > 0 && !withAdmin) {
      throw new Misuse("cameras need the admin server, which --no-admin leaves out");
    }
    requireOwn(coordinator, "coordinator", workers, worker, cameras, camera);
    if (withAdmin) {
      requireOwn(admin, "admin server", workers, worker, cameras, camera);
      if (coordinator == admin) {
        throw new Misuse(
            "port %d would be the coordinator's and the admin server's".formatted(admin));
      }
    }
    if (workers > 0 && cameras > 0 && worker < camera + cameras && camera < worker + workers) {
      throw new Misuse("workers and cameras would have ports in common: choose with --camera-port");
    }
  }

  private static void requireFit(int count, String whose, int first) {
    if (first + count > PORTS) {
      throw new Misuse("%d %s do not fit above %d".formatted(count, whose, first));
    }
  }

  private static void requireOwn(
      int port, String whose, int workers, int worker, int cameras, int camera) {
    if (port >= worker && port < worker + workers) {
      throw new Misuse("port %d would be a worker's too".formatted(port));
    }
    if (port >= camera && port < camera + cameras) {
      throw new Misuse("port %d of the %s would be a camera's too".formatted(port, whose));
    }
  }
}
