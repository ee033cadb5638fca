package edgeai.coordinator.alert;

import edgeai.common.wire.Alert;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Is told of every new alert within the transaction that stores it; report implements it, so that
 * alert need not know the admin server.
 */
public interface StoredAlerts {
  void add(Connection connection, Alert alert) throws SQLException;
}
