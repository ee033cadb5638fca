package edgeai.common.vision;

import java.util.List;
import java.util.stream.Collectors;

/** The layouts that are read: a new one is a file of its own and a line here. */
final class Layouts {

  /** Of readings that are as likely as each other, the first that is borne out is taken. */
  private static final List<Layout> ALL =
      List.of(
          LogitHead.LAYOUT,
          LabelHead.LAYOUT,
          YoloV8.LAYOUT,
          EndToEndHead.LAYOUT,
          TransposedHead.LAYOUT,
          RankedQueryHead.LAYOUT,
          QueryHead.LAYOUT,
          YoloX.LAYOUT,
          YoloX.DECODED,
          YoloV5.LAYOUT,
          YoloV6.LAYOUT);

  private Layouts() {}

  /**
   * Those that a model may answer in: where the names of its outputs tell, no others.
   *
   * @throws ModelException if its metadata name one that is not read here, or whose outputs it has
   *     not got
   */
  static List<Layout> of(ModelSignature signature) throws ModelException {
    List<Layout> possible =
        ALL.stream().filter(layout -> !layout.outputsOf(signature).isEmpty()).toList();
    if (signature.layout() == null) {
      List<Layout> told = possible.stream().filter(Layout::isNamed).toList();
      return told.isEmpty() ? possible : told;
    }
    List<Layout> named =
        possible.stream().filter(layout -> layout.name().equals(signature.layout())).toList();
    if (named.isEmpty()) {
      throw new ModelException(
          "%s has the layout '%s' in its metadata; remove it, or write one that fits its outputs %s: %s."
              .formatted(
                  signature.file(),
                  signature.layout(),
                  signature.outputs(),
                  possible.stream().map(Layout::name).collect(Collectors.joining(", "))));
    }
    return named;
  }
}
