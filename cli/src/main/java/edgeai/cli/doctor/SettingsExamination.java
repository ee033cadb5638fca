package edgeai.cli.doctor;

import edgeai.cli.config.EffectiveSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether every setting has a value that may stand there.
 *
 * @param files from which some come
 */
public record SettingsExamination(EffectiveSettings settings, List<Path> files)
    implements Examination {

  @Override
  public String subject() {
    return "settings";
  }

  @Override
  public List<Diagnosis> look() {
    List<String> complaints = settings.complaints();
    if (!complaints.isEmpty()) {
      return complaints.stream()
          .map(complaint -> Diagnosis.trouble(subject(), complaint + " (./edge config)"))
          .toList();
    }
    String from =
        files.isEmpty()
            ? "the environment alone"
            : files.stream().map(Path::toString).collect(Collectors.joining(", "));
    return List.of(Diagnosis.ok(subject(), "all can be used, from " + from));
  }
}
