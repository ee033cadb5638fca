package edgeai.cli.prometheus;

import edgeai.cli.run.ServerPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a Prometheus is to look at.
 *
 * @param servers all that the command starts
 * @param rules the file with the alerts
 * @param secure whether the servers speak TLS
 * @param authority the certificate by which they are then known, empty for those of the machine
 * @param token the file with a viewer's token, empty where nobody is asked for one
 */
public record ScrapeOrder(
    List<ServerPlan> servers,
    Path rules,
    boolean secure,
    Optional<Path> authority,
    Optional<Path> token) {}
