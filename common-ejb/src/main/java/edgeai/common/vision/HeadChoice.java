package edgeai.common.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which layout a model answers in: by the shape, the class names in its metadata and what it
 * answered to the probe pictures. No layout is taken that these do not bear out, and none with more
 * classes than are named; without names only the plain one can be told from the others.
 */
final class HeadChoice {

  private final ModelSignature signature;
  private final Probe probe;
  private final Labels labels;

  /**
   * A head and what its classes are called.
   *
   * @param head for what the model answers
   * @param classes labels by class index
   */
  record Reading(Head head, List<String> classes) {}

  HeadChoice(ModelSignature signature, Probe probe) {
    this.signature = signature;
    this.probe = probe;
    this.labels = signature.labels();
  }

  /**
   * The first reading that nothing speaks against.
   *
   * @throws ModelException if there is none, saying what was seen and what to do
   */
  Reading choose() throws ModelException {
    List<Reading> readings = readings();
    if (readings.isEmpty()) {
      throw refused(new HeadRefusal(signature, probe.shape()).reason());
    }
    List<String> objections = new ArrayList<>();
    for (Reading reading : readings) {
      Optional<String> objection = objection(reading);
      if (objection.isEmpty()) {
        return reading;
      }
      objections.add(objection.get());
    }
    throw refused(objections.get(0));
  }

  private List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    long[] shape = probe.shape();
    if (shape.length != 3 || shape[0] != 1) {
      return readings;
    }
    int first = Math.toIntExact(shape[1]);
    int last = Math.toIntExact(shape[2]);
    AnchorCount anchors = AnchorCount.of(signature);
    double iou = signature.thresholds().iou();
    if (labels.isEmpty()) {
      if (signature.outputs() == 1 && anchors.isPlain(first, last)) {
        int classes = first - YoloV8.BOX_ROWS;
        readings.add(new Reading(new YoloV8(classes, last, iou), ClassNames.numbered(classes)));
      }
      return readings;
    }
    labels
        .forRows(first - YoloV8.BOX_ROWS)
        .ifPresent(names -> readings.add(new Reading(new YoloV8(names.size(), last, iou), names)));
    if (last == EndToEndHead.COLUMNS) {
      List<String> names = labels.byNumber();
      readings.add(new Reading(new EndToEndHead(names.size()), names));
    }
    labels
        .forRows(last - YoloV8.BOX_ROWS)
        .ifPresent(
            names ->
                readings.add(new Reading(new TransposedHead(names.size(), first, iou), names)));
    // two classes make six columns, as an end-to-end head has
    if (signature.endToEnd()) {
      readings.sort(Comparator.comparing(reading -> !(reading.head() instanceof EndToEndHead)));
    } else if (anchors.usual() == first) {
      readings.sort(Comparator.comparing(reading -> !(reading.head() instanceof TransposedHead)));
    }
    return readings;
  }

  private Optional<String> objection(Reading reading) {
    if (!probe.steady() && !reading.head().isOfAnyLength()) {
      return Optional.of(
          "answers with another shape than %s to another picture; export it with one that is the same for all"
              .formatted(Arrays.toString(probe.shape())));
    }
    HeadProof proof =
        new HeadProof(signature.width(), signature.height(), reading.classes().size());
    probe.answers().forEach(answer -> reading.head().show(answer, proof));
    return proof.objection();
  }

  private ModelException refused(String reason) {
    return new ModelException("%s %s.".formatted(signature.file(), reason));
  }
}
