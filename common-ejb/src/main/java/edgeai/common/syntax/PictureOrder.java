package edgeai.common.syntax;

/** What a parser that knows all of a codec's headers says of the packet that is read. */
public interface PictureOrder {
  /** The picture's order count, which starts over where the codec has it so. */
  int count();

  /** Whether it is a whole picture, and not one of two fields. */
  boolean isFrame();
}
