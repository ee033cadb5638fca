package edgeai.cli.soak;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The servers at one moment.
 *
 * @param readings by server; NaN where one could not be read
 * @param frames how many have a result, NaN where that is not known
 * @param balanced what the ledger says, empty where there is no answer
 * @param frozen the worker that is held, empty where none is
 */
record SoakSample(
    Instant at,
    Map<String, Map<Quantity, Double>> readings,
    double frames,
    Optional<Boolean> balanced,
    String frozen) {

  double value(String server, Quantity quantity) {
    return readings.getOrDefault(server, Map.of()).getOrDefault(quantity, Double.NaN);
  }
}
