package edgeai.coordinator.result;

import java.util.Map;

/**
 * Is told of the objects of every frame of a job, within the transaction that stores the frame;
 * report implements it, so that result need not know the admin server.
 */
public interface StoredCounts {
  void add(Map<String, Integer> objectCounts);
}
