package edgeai.cli.command;

import edgeai.access.AccessException;
import edgeai.access.JoinCode;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.machine.OutwardAddress;
import edgeai.cli.run.RunFile;
import edgeai.cli.run.RunFolder;
import edgeai.cli.tls.LabAuthority;
import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the one line by which another machine joins. */
@picocli.CommandLine.Command(name = "join")
final class JoinCommand implements Command {
  private final Context context;

  @Option(names = "--data")
  private String data;

  @Parameters(arity = "0..1")
  private String kind = "worker";

  JoinCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() {
    boolean camera =
        switch (kind) {
          case "worker" -> false;
          case "camera" -> true;
          default -> throw new Misuse("join takes worker or camera, not", kind);
        };
    URI address = OutwardAddress.of(running(camera ? "admin" : "coordinator"));
    String code;
    try {
      code = Desk.of(context, data).openCode(kind);
    } catch (AccessException e) {
      throw new CommandRefusal(e.getMessage(), e);
    }
    context
        .console()
        .print(
            (camera
                    ? "./edge camera --admin %s --source 0 --id gate-1 --join %s%s"
                    : "./edge worker --coordinator %s --join %s%s")
                .formatted(address, code, fingerprint(address)));
    context
        .console()
        .quote(
            "on the other machine, once, within %d minutes".formatted(JoinCode.LIFE.toMinutes()));
    return 0;
  }

  /**
   * By which the other machine tells this one, where it speaks TLS by the authority of this lab.
   */
  private String fingerprint(URI server) {
    LabAuthority lab = LabAuthority.of(context.checkout());
    return server.getScheme().equals("https") && Files.exists(lab.certificate())
        ? " --fingerprint " + lab.fingerprint().replace(":", "").toLowerCase(Locale.ROOT)
        : "";
  }

  private URI running(String server) {
    return new RunFolder(context.checkout())
        .running(server)
        .map(RunFile::address)
        .orElseThrow(
            () ->
                new CommandRefusal(
                    "no %s of this checkout runs here: HOST=192.168.1.20 ./edge %s starts one"
                        .formatted(server, server)));
  }
}
