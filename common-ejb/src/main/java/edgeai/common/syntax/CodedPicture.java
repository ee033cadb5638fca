package edgeai.common.syntax;

/**
 * What one packet is.
 *
 * @param shown whether a frame comes of it
 * @param clean whether decoding can begin there: frames that are shown after its own need nothing
 *     from before it
 * @param order where its frame stands among others as the codec shows them
 * @param spare whether no other frame needs it
 * @param prefix parameter sets that are in force before it and not known from the track's extra
 *     data; of a clean one only
 */
public record CodedPicture(boolean shown, boolean clean, long order, boolean spare, byte[] prefix) {
  static final byte[] NO_PREFIX = {};

  /** Parameters or a picture that is never seen. */
  static final CodedPicture UNSEEN = new CodedPicture(false, false, 0, false, NO_PREFIX);

  /** One that shows a frame; the prefix counts where it is clean. */
  static CodedPicture shown(boolean clean, long order, boolean spare, byte[] prefix) {
    return new CodedPicture(true, clean, order, spare, clean ? prefix : NO_PREFIX);
  }
}
