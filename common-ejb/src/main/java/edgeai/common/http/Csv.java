package edgeai.common.http;

/** Fields of comma-separated values. */
public final class Csv {
  private Csv() {}

  /** Quoted where RFC 4180 asks for it; a formula's first character is defused. */
  public static String quoted(String value) {
    String safe = value.matches("(?s)[=+@\\-\t\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[,\"\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
