package edgeai.common.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Changes that many entries of a group make to few rows: merged in memory, one write a row. For the
 * writer's thread only.
 *
 * @param <K> what tells rows apart
 * @param <V> a change
 */
public final class GroupChanges<K, V> implements GroupWriter.Epilogue {
  private final BinaryOperator<V> merge;
  private final RowWriter<K, V> row;
  private final Map<K, V> changes = new LinkedHashMap<>();

  /** Changes one row. */
  public interface RowWriter<K, V> {
    void write(Connection connection, K key, V change) throws SQLException;
  }

  /**
   * @param merge of two changes to the same row, the earlier one first
   */
  public GroupChanges(BinaryOperator<V> merge, RowWriter<K, V> row) {
    this.merge = merge;
    this.row = row;
  }

  /** Notes a change; for an entry while it is written. */
  public void add(K key, V change) {
    changes.merge(key, change, merge);
  }

  @Override
  public void begin() {
    changes.clear();
  }

  @Override
  public void write(Connection connection) throws SQLException {
    for (Map.Entry<K, V> change : changes.entrySet()) {
      row.write(connection, change.getKey(), change.getValue());
    }
  }
}
