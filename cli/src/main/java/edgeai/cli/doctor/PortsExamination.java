package edgeai.cli.doctor;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.machine.FreePorts;
import edgeai.cli.machine.PortHolder;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.ServerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether servers can listen where they are to.
 *
 * @param plans the servers
 * @param running those of this checkout that run, which may listen there already
 */
public record PortsExamination(List<ServerPlan> plans, List<RunFile> running)
    implements Examination {

  @Override
  public String subject() {
    return "ports";
  }

  @Override
  public List<Diagnosis> look() {
    List<Diagnosis> all = new ArrayList<>();
    List<String> good = new ArrayList<>();
    for (ServerPlan plan : plans) {
      Optional<RunFile> ours = ours(plan);
      if (ours.isPresent()) {
        good.add(
            "%d has our %s (pid %d)".formatted(plan.port(), ours.get().name(), ours.get().pid()));
        continue;
      }
      Optional<String> hindrance = hindrance(plan);
      if (hindrance.isPresent()) {
        all.add(Diagnosis.trouble(subject(), hindrance.get()));
      } else {
        good.add("%d is free for %s".formatted(plan.port(), plan.name()));
      }
    }
    if (!good.isEmpty()) {
      all.addFirst(Diagnosis.ok(subject(), String.join(", ", good)));
    }
    return all;
  }

  private Optional<RunFile> ours(ServerPlan plan) {
    return running.stream().filter(run -> run.address().getPort() == plan.port()).findFirst();
  }

  private static Optional<String> hindrance(ServerPlan plan) {
    try {
      FreePorts.check(List.of(new FreePorts.Place(plan.host(), plan.port(), plan.portOption())));
      return Optional.empty();
    } catch (CommandRefusal e) {
      String holder =
          PortHolder.of(plan.port()).map(PortHolder::words).map(" (%s)"::formatted).orElse("");
      return Optional.of(e.getMessage() + holder);
    }
  }
}
