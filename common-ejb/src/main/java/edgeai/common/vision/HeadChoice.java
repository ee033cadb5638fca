package edgeai.common.vision;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells which layout a model answers in: each of {@link Layouts} says whether it may be that one,
 * and a {@link HeadProof} whether what the model answered to the probe pictures bears it out. None
 * is taken with more classes than are named; without names only the plain one can be told from the
 * others.
 */
final class HeadChoice {

  private final ModelSignature signature;
  private final Probes probes;

  /** A reading of a model that may be the right one. */
  private record Claim(Layout layout, Reading reading, Probe probe) {}

  HeadChoice(ModelSignature signature, Probes probes) {
    this.signature = signature;
    this.probes = probes;
  }

  /**
   * The reading that most speaks for and nothing against.
   *
   * @throws ModelException if there is none or there are two, saying what was seen and what to do
   */
  ProvenModel choose() throws OrtException, ModelException {
    List<Claim> claims = claims();
    List<Claim> borneOut = new ArrayList<>();
    List<String> objections = new ArrayList<>();
    for (Claim claim : claims) {
      Optional<String> objection = objection(claim);
      objection.ifPresentOrElse(objections::add, () -> borneOut.add(claim));
    }
    if (borneOut.isEmpty()) {
      throw refused(objections.get(0));
    }
    Claim best = borneOut.get(0);
    List<Claim> alike = borneOut.stream().filter(claim -> isAsLikely(claim, best)).toList();
    if (best.reading().evidence() != Reading.Evidence.SHAPE && alike.size() > 1) {
      throw refused(
          "could be read in more than one way (%s); write the right one into its metadata as 'layout'"
              .formatted(
                  alike.stream()
                      .map(claim -> claim.layout().name())
                      .collect(Collectors.joining(", "))));
    }
    return new ProvenModel(
        signature, best.probe(), best.reading().head(), best.reading().classes());
  }

  private static boolean isAsLikely(Claim claim, Claim best) {
    return claim.reading().evidence() == best.reading().evidence();
  }

  /** The likeliest first. */
  private List<Claim> claims() throws OrtException, ModelException {
    List<Claim> claims = new ArrayList<>();
    List<Layout> layouts = Layouts.of(signature);
    for (Layout layout : layouts) {
      List<String> outputs = layout.outputsOf(signature);
      Specimen specimen = new Specimen(signature, probes.of(outputs, InputForm.USUAL));
      Optional<Reading> reading = layout.reader().apply(specimen);
      if (reading.isPresent()) {
        InputForm form = reading.get().head().form();
        claims.add(new Claim(layout, reading.get(), probes.of(outputs, form)));
      }
    }
    if (claims.isEmpty()) {
      Probe probe = probes.of(layouts.get(0).outputsOf(signature), InputForm.USUAL);
      throw refused(new HeadRefusal(signature, probe).reason());
    }
    claims.sort(Comparator.comparing(claim -> claim.reading().evidence()));
    return claims;
  }

  private Optional<String> objection(Claim claim) {
    Reading reading = claim.reading();
    if (!claim.probe().steady() && !reading.head().isOfAnyLength()) {
      return Optional.of(
          "answers with another shape than %s to another picture; export it with one that is the same for all"
              .formatted(Arrays.toString(claim.probe().shapes().get(0))));
    }
    HeadProof proof =
        new HeadProof(signature.width(), signature.height(), reading.classes().size());
    claim.probe().answers().forEach(answer -> reading.head().show(answer, proof));
    return proof.objection();
  }

  private ModelException refused(String reason) {
    return new ModelException("%s %s.".formatted(signature.file(), reason));
  }
}
