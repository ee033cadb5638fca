package edgeai.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class KeptTest {
  private final Kept kept = new Kept();

  private static final class Server implements Kept.Runs {
    private int ends;

    @Override
    public void close() {
      ends++;
    }
  }

  @Test
  void whatWasLeftIsTakenOnce() throws Exception {
    Server left = new Server();
    kept.keep("server", left);
    assertSame(left, kept.take("server", Server.class, Server::new));
    assertNotSame(left, kept.take("server", Server.class, Server::new));
    kept.end();
    assertEquals(0, left.ends);
  }

  @Test
  void whatNobodyTakesIsEnded() {
    Server replaced = new Server();
    Server left = new Server();
    kept.keep("server", replaced);
    kept.keep("server", left);
    assertEquals(1, replaced.ends);
    assertEquals(0, left.ends);
    kept.end();
    kept.end();
    assertEquals(1, left.ends);
    assertEquals(1, replaced.ends);
  }
}
