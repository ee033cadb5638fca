package edgeai.coordinator.model;

import edgeai.common.error.Unavailable;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Stores which models there are and which one the pool was switched to. */
@ApplicationScoped
public class ShelfRepository {
  /** How long a request waits for a database that does not write. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MAX_TEXT = 2_000;

  private final Database database;
  private final LedgerWriter ledger;

  @Inject
  public ShelfRepository(Database database, LedgerWriter ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  ShelfRepository() {
    this(null, null);
  }

  /**
   * The model that the pool was switched to.
   *
   * @param bundled whether it comes with the build, and is known by its name
   */
  record Chosen(String name, String sha256, boolean bundled) {}

  List<ShelfModel> all() {
    return database.list(
        "select sha256, name, origin, bytes, added_at, classes, input_width, input_height,"
            + " licence, source, confidence from model order by name, sha256",
        ShelfRepository::read);
  }

  private static ShelfModel read(ResultSet row) throws SQLException {
    long added = row.getLong(5);
    Instant addedAt = row.wasNull() ? null : Instant.ofEpochMilli(added);
    List<String> classes =
        Arrays.stream(row.getString(6).split("\n")).filter(label -> !label.isEmpty()).toList();
    ModelCard card =
        new ModelCard(
            row.getString(2),
            row.getString(1),
            classes,
            row.getInt(7),
            row.getInt(8),
            null,
            row.getString(9),
            row.getString(10),
            row.getDouble(11),
            null);
    return new ShelfModel(
        card, ShelfModel.Origin.valueOf(row.getString(3)), row.getLong(4), addedAt);
  }

  /** Stores a model, in place of what is known of the same file. */
  void put(ShelfModel model) {
    ModelCard card = model.card();
    write(
        connection -> {
          Database.update(connection, "delete from model where sha256 = ?", card.sha256());
          Database.update(
              connection,
              "insert into model (sha256, name, origin, bytes, added_at, classes, input_width,"
                  + " input_height, licence, source, confidence)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              card.sha256(),
              card.name(),
              model.origin().name(),
              model.bytes(),
              model.addedAt() == null ? null : model.addedAt().toEpochMilli(),
              String.join("\n", card.classes()),
              card.inputWidth(),
              card.inputHeight(),
              cut(card.licence()),
              cut(card.source()),
              card.confidence());
        });
  }

  private static String cut(String text) {
    return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  void delete(String sha256) {
    write(connection -> Database.update(connection, "delete from model where sha256 = ?", sha256));
  }

  /** Empty where it never was switched. */
  Optional<Chosen> chosen() {
    return database
        .list(
            "select name, sha256, bundled from pool_model",
            row -> new Chosen(row.getString(1), row.getString(2), row.getBoolean(3)))
        .stream()
        .findFirst();
  }

  void choose(Chosen chosen) {
    write(
        connection -> {
          Database.update(connection, "delete from pool_model");
          Database.update(
              connection,
              "insert into pool_model (only_row, name, sha256, bundled) values (1, ?, ?, ?)",
              chosen.name(),
              chosen.sha256(),
              chosen.bundled());
        });
  }

  private void write(LedgerWriter.Entry entry) {
    try {
      LedgerWriter.await(ledger.submit(entry), PATIENCE);
    } catch (TimeoutException e) {
      throw new Unavailable("The database does not answer at the moment.", 5);
    }
  }
}
