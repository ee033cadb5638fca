package edgeai.common.store;

/** What connections are for; however many read, who writes never waits for one. */
enum ConnectionUse {
  READ("readers", 10),
  WRITE("writer", 1),
  MIGRATE("schema", 2);

  private final String words;
  private final int most;

  ConnectionUse(String words, int most) {
    this.words = words;
    this.most = most;
  }

  /** As the pool is called. */
  String words() {
    return words;
  }

  /** At the same time; who wants one more waits. */
  int most() {
    return most;
  }
}
