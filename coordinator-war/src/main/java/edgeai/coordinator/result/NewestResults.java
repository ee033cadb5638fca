package edgeai.coordinator.result;

import edgeai.common.http.JsonOutput;
import edgeai.common.wire.FrameResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest results, of jobs and others, ascending by frame: written part by part as they are
 * read, so that memory holds few of them, however large clients made them.
 */
@ApplicationScoped
public class NewestResults {
  private final FrameRepository frames;
  private final OtherResultRepository others;

  @Inject
  public NewestResults(FrameRepository frames, OtherResultRepository others) {
    this.frames = frames;
    this.others = others;
  }

  /** For the container's proxy. */
  NewestResults() {
    this(null, null);
  }

  /** Writes a JSON list. */
  void write(Writer out, int limit) throws IOException {
    out.write("[");
    boolean first = true;
    for (List<StoredSize> part : StoredSize.parts(newest(limit))) {
      for (FrameResult result : read(part)) {
        out.write(first ? "" : ",");
        out.write(JsonOutput.write(result));
        first = false;
      }
    }
    out.write("]");
  }

  private List<StoredSize> newest(int limit) {
    return Stream.concat(frames.newest(limit).stream(), others.newest(limit).stream())
        .sorted(Comparator.comparingLong(StoredSize::frameId).reversed())
        .limit(limit)
        .sorted(Comparator.comparingLong(StoredSize::frameId))
        .toList();
  }

  /** Some may have gone meanwhile, and others come. */
  private List<FrameResult> read(List<StoredSize> part) {
    long first = part.get(0).frameId();
    long last = part.get(part.size() - 1).frameId();
    return Stream.concat(
            frames.between(first, last, part.size()).stream(),
            others.between(first, last, part.size()).stream())
        .sorted(Comparator.comparingLong(FrameResult::frameId))
        .limit(part.size())
        .toList();
  }
}
