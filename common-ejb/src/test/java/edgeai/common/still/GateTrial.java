package edgeai.common.still;

import edgeai.common.wire.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gate makes of drawn footage, in which each frame that is inferred has its objects found.
 *
 * @param inferred share of all frames, 0 to 1
 * @param agreement F1 at an overlap (IoU) of 0.5 with what every frame inferred would have found
 * @param longestMiss seconds for which an object was there and not found where it was
 */
record GateTrial(double inferred, double agreement, double longestMiss) {
  private static final double OVERLAP = 0.5;

  /** What is told of a frame. */
  private record Told(List<Box> boxes, boolean inferred) {}

  static GateTrial of(double gate, int frames, double perSecond, Footage footage) {
    List<Told> told = told(gate, frames, perSecond, footage);
    int inferred = (int) told.stream().filter(Told::inferred).count();
    int agreeing = 0;
    int all = 0;
    int missed = 0;
    int mostMissed = 0;
    for (int i = 0; i < frames; i++) {
      List<Box> there = footage.objects(i);
      List<Box> said = told.get(i).boxes();
      int found = (int) there.stream().filter(box -> isAmong(box, said)).count();
      agreeing += 2 * found;
      all += there.size() + said.size();
      missed = found < there.size() ? missed + 1 : 0;
      mostMissed = Math.max(mostMissed, missed);
    }
    return new GateTrial(
        (double) inferred / frames, all == 0 ? 1 : (double) agreeing / all, mostMissed / perSecond);
  }

  private static List<Told> told(double gate, int frames, double perSecond, Footage footage) {
    StillGate still = new StillGate(gate);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      Canvas canvas = Canvas.wall();
      footage.draw(canvas, i);
      StillLook look = still.look(i + 1, canvas.grey(), Math.round(i * 1_000_000 / perSecond));
      if (look.decision() == StillDecision.INFER) {
        still.found(i + 1, footage.objects(i), Canvas.WIDTH, Canvas.HEIGHT);
        told.add(new Told(footage.objects(i), true));
      } else {
        told.add(new Told(told.get((int) look.source() - 1).boxes(), false));
      }
    }
    return told;
  }

  private static boolean isAmong(Box box, List<Box> others) {
    return others.stream().anyMatch(other -> overlap(box, other) >= OVERLAP);
  }

  private static double overlap(Box a, Box b) {
    double width = Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1());
    double height = Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1());
    double both = Math.max(0, width) * Math.max(0, height);
    return both / (area(a) + area(b) - both);
  }

  private static double area(Box box) {
    return (double) (box.x2() - box.x1()) * (box.y2() - box.y1());
  }
}
