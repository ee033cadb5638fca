package edgeai.coco;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The 80 classes of COCO by the ids that its makers gave them, of which they left some out. */
final class CocoClasses {
  private static final String[] NAMES =
      """
      person, bicycle, car, motorcycle, airplane, bus, train, truck, boat, traffic light,
      fire hydrant, -, stop sign, parking meter, bench, bird, cat, dog, horse, sheep,
      cow, elephant, bear, zebra, giraffe, -, backpack, umbrella, -, -,
      handbag, tie, suitcase, frisbee, skis, snowboard, sports ball, kite, baseball bat, baseball glove,
      skateboard, surfboard, tennis racket, bottle, -, wine glass, cup, fork, knife, spoon,
      bowl, banana, apple, sandwich, orange, broccoli, carrot, hot dog, pizza, donut,
      cake, chair, couch, potted plant, bed, -, dining table, -, -, toilet,
      -, tv, laptop, mouse, remote, keyboard, cell phone, microwave, oven, toaster,
      sink, refrigerator, -, book, clock, vase, scissors, teddy bear, hair drier, toothbrush
      """
          .strip()
          .split(",\\s+");

  private static final String NONE = "-";

  private CocoClasses() {}

  /** The ids, from 1, in the order in which detectors of 80 classes number them. */
  static int[] ids() {
    return IntStream.rangeClosed(1, NAMES.length)
        .filter(id -> !NAMES[id - 1].equals(NONE))
        .toArray();
  }

  /** The largest id, counting those that were left out. */
  static int largestId() {
    return NAMES.length;
  }

  /** As Ultralytics writes names into a model: a dictionary of Python's. */
  static String literal() {
    int[] ids = ids();
    Map<Integer, String> names = new TreeMap<>();
    for (int number = 0; number < ids.length; number++) {
      names.put(number, NAMES[ids[number] - 1]);
    }
    return names.entrySet().stream()
        .map(entry -> "%d: '%s'".formatted(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
