package edgeai.common.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestPostgres;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is PostgreSQL's own, on one that runs. */
@Timeout(120)
@ExtendWith(QuietLog.class)
class PostgresDialectTest {
  private static final List<String> STEPS = List.of("classpath:db/marked");

  private static TestPostgres server;

  @BeforeAll
  static void start() {
    server = BothDatabases.server();
  }

  private static PostgresDialect at(String url, String user, String password) {
    return new PostgresDialect(
        new PostgresAddress(url, user, Optional.ofNullable(password)), "ledger");
  }

  private static PostgresDialect at(String url) {
    return at(url, TestPostgres.USER, TestPostgres.PASSWORD);
  }

  private static String refusal(PostgresDialect dialect) {
    Throwable failure = catchThrowable(() -> dialect.open().close());
    assertThat(failure).as("it opened").isNotNull();
    String reason = dialect.reason(failure);
    assertThat(reason).hasLineCount(1).doesNotContain(TestPostgres.PASSWORD);
    return reason;
  }

  @Test
  void whyItCannotBeOpenedIsSaidInOneLineWithTheWayOut() {
    String url = server.create("reasons", null);

    assertThat(refusal(at(url, TestPostgres.USER, "wrong")))
        .isEqualTo("the password of edge is wrong: DB_PASSWORD, or the file DB_PASSWORD_FILE");
    assertThat(refusal(at(url, TestPostgres.USER, null))).contains("password");
    assertThat(refusal(at(url, "stranger", "x"))).contains("password of stranger");
    assertThat(refusal(at(server.url("nowhere"), TestPostgres.USER, TestPostgres.PASSWORD)))
        .contains("no database of that name");
    assertThat(refusal(at("jdbc:postgresql://127.0.0.1:1/edge")))
        .startsWith("nothing answers there")
        .contains("does PostgreSQL run");
    assertThat(refusal(at("jdbc:postgresql://no-such-host.invalid/edge")))
        .startsWith("nothing answers there");
  }

  @Test
  void aSchemaIsOneServersAtATime() {
    PostgresDialect dialect = at(server.create("shared", null));
    try (Connections first = dialect.open()) {
      assertThat(first.readers().isClosed()).isFalse();
      assertThat(refusal(dialect)).startsWith("another server of this kind uses it");
    }
    await().untilAsserted(() -> dialect.open().close());
  }

  @Test
  void theSchemaOfALaterVersionIsRefused() {
    PostgresDialect dialect = at(server.create("later", null));
    new SchemaMigration(dialect, STEPS).run();
    server.run(
        "later",
        "insert into ledger.flyway_schema_history values"
            + " (2, '2', 'later', 'SQL', 'V2__later.sql', 7, 'edge', now(), 1, true)");

    assertThatThrownBy(() -> new SchemaMigration(dialect, STEPS).run())
        .isInstanceOf(NewerSchemaException.class)
        .hasMessageContaining("schema 2, this one knows 1");
  }

  @Test
  void aReaderWhoseConnectionWasEndedHasAnother() {
    try (ConnectionPool pool = ConnectionPool.open(at(server.create("ended", null)))) {
      for (int i = 0; i < 3; i++) {
        server.run(
            "ended",
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ended'"
                + " and usename = 'edge'");
        assertThat(
                pool.<List<Integer>>read(
                    c -> ServerDatabase.list(c, "select 1", row -> row.getInt(1))))
            .containsExactly(1);
      }
    }
  }

  @Test
  void everyTextCanBeStored() {
    PostgresDialect dialect = at(server.create("texts", null));
    new SchemaMigration(dialect, STEPS).run();
    try (ConnectionPool pool = ConnectionPool.open(dialect)) {
      for (String text :
          List.of("a\0b", "lone \uD83D surrogate", "\uD83D\uDE97", "\u202E", "'\\")) {
        List<String> read =
            pool.read(
                c ->
                    ServerDatabase.list(c, "select cast(? as varchar)", r -> r.getString(1), text));
        assertThat(read).as(text).hasSize(1);
      }
    }
  }
}
