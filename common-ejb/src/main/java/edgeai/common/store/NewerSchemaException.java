package edgeai.common.store;

/** The schema was made by a later version of this program, which alone knows what is in it. */
final class NewerSchemaException extends RuntimeException {
  NewerSchemaException(String found, String known) {
    super(
        ("a newer version of this program wrote it (schema %s, this one knows %s):"
                + " start that version, or restore a backup from before")
            .formatted(found, known));
  }
}
