package edgeai.benchmark;

/** The command line asks for what there is not; the message says so in one sentence. */
final class MisuseException extends Exception {

  private static final long serialVersionUID = 1L;

  MisuseException(String message) {
    super(message);
  }
}
