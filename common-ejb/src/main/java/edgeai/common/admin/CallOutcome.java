package edgeai.common.admin;

/** What became of one call to the admin server. */
public enum CallOutcome {
  /** It has it. */
  TAKEN,
  /** It does not know this camera, which registers again. */
  UNKNOWN,
  /** It never will take this one. */
  REFUSED,
  /** It is away, overloaded, or answers rubbish: the same call is worth another try. */
  AWAY
}
