package edgeai.common.audit;

import jakarta.servlet.ServletRequest;

/** What a call tells of itself for its line in the audit log, beside what stands in its path. */
public final class AuditNote {
  private static final String THING = AuditNote.class.getName() + ".thing";
  private static final String DETAIL = AuditNote.class.getName() + ".detail";

  private AuditNote() {}

  /**
   * Says what it is about: the id of a worker, of a job.
   *
   * @param thing no secret
   */
  public static void about(ServletRequest request, String thing) {
    request.setAttribute(THING, thing);
  }

  /**
   * Says more of it, in a sentence.
   *
   * @param detail no secret
   */
  public static void detail(ServletRequest request, String detail) {
    request.setAttribute(DETAIL, detail);
  }

  /** Null where nothing was said. */
  public static String thing(ServletRequest request) {
    return (String) request.getAttribute(THING);
  }

  /** Null where nothing was said. */
  public static String detail(ServletRequest request) {
    return (String) request.getAttribute(DETAIL);
  }
}
