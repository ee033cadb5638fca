package edgeai.benchmark.events;

import edgeai.benchmark.Figure;
import edgeai.systemtests.fixture.Http;

/**
 * What a read costs, sequentially on a connection that is kept, once the server is warm.
 *
 * @param median milliseconds
 * @param p99 milliseconds
 */
record Reads(Figure median, Figure p99) {

  /** Reads a few hundred times, or a tenth of that where each reads a long list. */
  static Reads of(Http http, String path, boolean list) {
    int times = list ? 20 : 200;
    times(http, path, 2 * times);
    Latencies latencies = times(http, path, times);
    return new Reads(Figure.of(latencies.millis(50)), Figure.of(latencies.millis(99)));
  }

  private static Latencies times(Http http, String path, int times) {
    Latencies latencies = new Latencies();
    for (int time = 0; time < times; time++) {
      long began = System.nanoTime();
      http.get(path).expect(200);
      latencies.add(System.nanoTime() - began);
    }
    return latencies;
  }
}
