package edgeai.coordinator.dispatch;

import edgeai.common.piece.FrameRole;
import edgeai.common.piece.WantedFrame;
import edgeai.coordinator.frame.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The frames of a stretch as its piece is cut for them. Where frames that show nothing new are not
 * inferred, those before them in their runs come along, whoever did them.
 */
final class StretchFrames {
  private final PieceVideo video;
  private final TakenFrames taken;
  private final Stretch stretch;
  private final Map<Integer, Frame> own = new HashMap<>();

  StretchFrames(PieceVideo video, TakenFrames taken, Stretch stretch) {
    this.video = video;
    this.taken = taken;
    this.stretch = stretch;
    stretch.frames().forEach(frame -> own.put((int) frame.index(), frame));
  }

  List<WantedFrame> wanted(PictureChoice pictures) {
    return video.still().skip() ? withRuns(pictures) : plain(pictures);
  }

  private List<WantedFrame> plain(PictureChoice pictures) {
    return stretch.frames().stream()
        .map(frame -> new WantedFrame(frame.id(), frame.index(), pictures.wants(frame.id())))
        .toList();
  }

  private List<WantedFrame> withRuns(PictureChoice pictures) {
    List<WantedFrame> wanted = new ArrayList<>();
    long reached = -1;
    long end = -1;
    for (Frame frame : stretch.frames()) {
      boolean begins = frame.index() >= end;
      if (begins) {
        reached = video.unit((int) frame.index()).firstFrame() - 1;
        end = video.unit((int) frame.index()).endFrame();
      }
      for (int each = taken.after((int) reached); each <= frame.index(); each = taken.after(each)) {
        wanted.add(of(each, begins, pictures));
        begins = false;
      }
      reached = frame.index();
    }
    return wanted;
  }

  private WantedFrame of(int index, boolean begins, PictureChoice pictures) {
    Frame frame = own.get(index);
    return frame == null
        ? new WantedFrame(
            video.frameId().applyAsLong(taken.ordinal(index)),
            index,
            false,
            new FrameRole(begins, true))
        : new WantedFrame(
            frame.id(), index, pictures.wants(frame.id()), new FrameRole(begins, false));
  }
}
