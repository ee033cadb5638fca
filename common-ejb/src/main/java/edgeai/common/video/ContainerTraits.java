package edgeai.common.video;

import java.util.Optional;

/**
 * What to expect of files of a kind; what FFmpeg would do itself where no kind is known.
 *
 * @param inFileOrder packets come in the order of the file's bytes
 * @param broadcast it may begin in the middle of a picture, and a faulty packet is only one
 * @param indexed its container may be gone to a time in
 * @param timed its packets' times can be gone by
 * @param declaresLength its frames can be counted on
 * @param tellsDecoding its packets' times say when they are decoded, not when they are shown
 */
record ContainerTraits(
    boolean inFileOrder,
    boolean broadcast,
    boolean indexed,
    boolean timed,
    boolean declaresLength,
    boolean tellsDecoding) {

  /**
   * @param container null where it is a live source's, or not known
   */
  static ContainerTraits of(ContainerSignature container) {
    Optional<ContainerSignature> kind = Optional.ofNullable(container);
    return new ContainerTraits(
        kind.filter(ContainerSignature::packetsInOrder).isPresent(),
        kind.filter(ContainerSignature::isBroadcast).isPresent(),
        kind.filter(ContainerSignature::isIndexed).isPresent(),
        kind.map(ContainerSignature::isTimed).orElse(true),
        kind.map(ContainerSignature::declaresLength).orElse(true),
        container == ContainerSignature.AVI);
  }
}
