package edgeai.systemtests.fuzz;

/**
 * Something that is not in order.
 *
 * @param number of the case, 0 where it is not known which it was
 * @param sent what repeats it
 */
record Finding(int number, Kind kind, String server, String what, String sent) {
  String inWords(long seed) {
    return "seed %d, case %d (%s, %s): %s%n    %s%n    again: ./edge fuzz --seed %d --case %d"
        .formatted(seed, number, kind.title(), server, what, sent, seed, number);
  }
}
