package edgeai.common.video;

import edgeai.common.guard.Schedule;
import edgeai.common.piece.VideoIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Has a child process read the packets of an untrusted video, without decoding any. */
public final class VideoIndexer {
  private static final String BROKEN = "cannot be indexed: what was written does not fit it";

  private VideoIndexer() {}

  /**
   * Writes the index of a video, whole or not at all.
   *
   * @param indexFile where to; replaced where it is there
   * @param timer kills a child that stands still; nothing else runs on it
   * @return whether there is one, and why not
   * @throws VideoException if the video is refused, the child fails or there is no room
   * @throws InterruptedException if this thread is interrupted, which ends the child
   */
  public static IndexReport index(
      DecoderSource source, Path video, Path indexFile, VideoLimits limits, Schedule timer)
      throws VideoException, InterruptedException {
    return write(
        video,
        indexFile,
        part -> ask(source, DecodeRequest.ofIndex(video, part, limits), limits, timer));
  }

  /**
   * The same by the child that holds this video already.
   *
   * @param opened this video; stays the caller's, to have frames of
   * @throws VideoException if the child fails or there is no room
   * @throws InterruptedException if this thread is interrupted, which ends the child
   */
  public static IndexReport index(OpenedVideo opened, Path video, Path indexFile)
      throws VideoException, InterruptedException {
    return write(video, indexFile, opened::index);
  }

  /** Has a child write to a file. */
  private interface Writing {
    IndexReport to(Path part) throws VideoException, InterruptedException;
  }

  private static IndexReport write(Path video, Path indexFile, Writing writing)
      throws VideoException, InterruptedException {
    Path target = indexFile.toAbsolutePath();
    try {
      Path part = Files.createTempFile(target.getParent(), target.getFileName() + "-", ".part");
      try {
        IndexReport report = writing.to(part);
        return report.usable() ? accept(report, video, part, target) : report;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new VideoException(VideoException.Kind.UNAVAILABLE, "cannot be indexed on disk", e);
    }
  }

  private static IndexReport ask(
      DecoderSource source, DecodeRequest request, VideoLimits limits, Schedule timer)
      throws VideoException, InterruptedException {
    DecoderProcess child = source.child(limits);
    try (DecoderTalk talk = new DecoderTalk(child, limits, timer)) {
      talk.ask(request);
      if (talk.await(limits.openTimeout()) instanceof IndexReport report) {
        return report;
      }
      throw talk.nonsense();
    } finally {
      child.end();
    }
  }

  /** Nothing of a child is believed, so what it wrote is opened as it will be later. */
  private static IndexReport accept(IndexReport report, Path video, Path part, Path target)
      throws IOException {
    try (VideoIndex index = VideoIndex.open(part, video)) {
      if (index.frames() != report.frames()) {
        return new IndexReport(false, BROKEN, 0);
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return report;
  }
}
