package edgeai.systemtests.fuzz;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A video or a picture that is damaged.
 *
 * @param call what takes it
 */
record MediaCase(Target target, String call, byte[] content) implements Case {
  private static final String PICTURE = "/detect";
  private static final List<String> OPTIONS =
      List.of("", "?sample_fps=0", "?skip_still=safe", "?tiles=3x2", "?sample_fps=1000");

  static MediaCase draw(Dice dice, Site site) {
    boolean picture = dice.oneIn(2);
    byte[] good = dice.of(picture ? Footage.pictures() : Footage.videos());
    String call =
        picture ? PICTURE + dice.of("", "?tiles=2x1") : "/upload-video" + dice.of(OPTIONS);
    return new MediaCase(site.coordinator(), call, ByteSpoiler.spoil(dice, good));
  }

  @Override
  public String shown() {
    try {
      Path file = Build.emptyFolder("fuzz-found").resolve("damaged");
      Files.write(file, content);
      return call.startsWith(PICTURE)
          ? "curl --data-binary @%s -H 'Content-Type: image/jpeg' '%s%s'"
              .formatted(file, target.server().url(), call)
          : "curl -F file=@%s '%s%s'".formatted(file, target.server().url(), call);
    } catch (IOException e) {
      return "%s, %d bytes".formatted(call, content.length);
    }
  }

  @Override
  public Outcome run() {
    Http http = target.server().http();
    Reply reply =
        call.startsWith(PICTURE)
            ? http.post(call, "image/jpeg", content)
            : http.post(call, Upload.CONTENT_TYPE, Upload.bytes("damaged.mp4", content).body());
    Answer answer = answer(reply);
    List<String> faults = new ArrayList<>(Manners.faults(answer, false));
    if (reply.status() == 200 && !call.startsWith(PICTURE)) {
      faults.addAll(new Jobs(http).end(reply.object().getString("job_id"), Optional.empty()));
    }
    return Outcome.of(List.of(answer), faults);
  }

  static Answer answer(Reply reply) {
    List<String> head = new ArrayList<>(List.of("HTTP/1.1 " + reply.status()));
    reply.headers().map().forEach((name, values) -> head.add(name + ": " + values.getFirst()));
    return new Answer(reply.status(), head, reply.body(), true);
  }
}
