package edgeai.common.piece;

/** Bytes that lie in a file one behind the other. */
record FileSlice(long from, long length) {
  long end() {
    return from + length;
  }
}
