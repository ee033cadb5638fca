package edgeai.cli.prometheus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edgeai.cli.machine.ServerAddress;
import edgeai.cli.run.ServerPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prometheus' settings for servers; JSON, which is YAML, too. */
final class ScrapeConfig {
  /** Beside the settings: folders in its name would be taken for a pattern. */
  static final String RULES = "alerts.yml";

  private static final String OFTEN = "15s";

  private ScrapeConfig() {}

  static String of(ScrapeOrder order) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.putObject("global").put("scrape_interval", OFTEN).put("evaluation_interval", OFTEN);
    config.putArray("rule_files").add(RULES);
    Map<String, ArrayNode> targets = new LinkedHashMap<>();
    ArrayNode jobs = config.putArray("scrape_configs");
    for (ServerPlan server : order.servers()) {
      String job = server.name().replaceFirst("-[0-9]+$", "");
      targets
          .computeIfAbsent(job, name -> targets(jobs.addObject().put("job_name", name), order))
          .add(ServerAddress.of(server.host(), server.port(), false).getAuthority());
    }
    return config.toPrettyString();
  }

  /** Rules and board know servers by these names of jobs. */
  private static ArrayNode targets(ObjectNode job, ScrapeOrder order) {
    if (order.secure()) {
      ObjectNode tls = job.put("scheme", "https").putObject("tls_config");
      order.authority().ifPresent(authority -> tls.put("ca_file", authority.toString()));
    }
    order
        .token()
        .ifPresent(
            token ->
                job.putObject("authorization")
                    .put("type", "Bearer")
                    .put("credentials_file", token.toString()));
    return job.putArray("static_configs").addObject().putArray("targets");
  }
}
