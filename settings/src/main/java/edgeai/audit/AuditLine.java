package edgeai.audit;

/** An entry as one line of JSON (RFC 8259), whose members are texts and numbers. */
final class AuditLine {
  private final StringBuilder text = new StringBuilder("{");

  private AuditLine() {}

  static String of(AuditEntry entry) {
    AuditActor actor = entry.actor();
    AuditLine line = new AuditLine();
    line.put("at", entry.at().toString());
    line.put("server", entry.server());
    line.put("who", actor.who());
    line.put("proof", actor.proof());
    line.put("role", actor.role());
    line.put("from", actor.from());
    line.put("forwarded_for", actor.forwardedFor());
    line.put("what", entry.what());
    line.put("thing", entry.thing());
    line.put("status", entry.status());
    line.put("detail", entry.detail());
    line.put("times", entry.times());
    return line.text.append('}').toString();
  }

  private void name(String name) {
    text.append(text.length() == 1 ? "\"" : ",\"").append(name).append("\":");
  }

  private void put(String name, long number) {
    name(name);
    text.append(number);
  }

  /** The text has nothing that ends a line: entries see to that. */
  private void put(String name, String value) {
    name(name);
    text.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
