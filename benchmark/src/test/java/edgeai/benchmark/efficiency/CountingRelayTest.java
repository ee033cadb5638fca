package edgeai.benchmark.efficiency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CountingRelayTest {
  private static CountingRelay before(ServerSocket server) {
    try {
      return new CountingRelay(server.getLocalPort());
    } catch (IOException e) {
      return Assumptions.abort("this machine has no " + CountingRelay.HOST);
    }
  }

  @Test
  void passesOnWhatBothSaySoThatNeitherNoticesAndCountsIt() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        CountingRelay relay = before(server);
        Socket client = new Socket(CountingRelay.HOST, server.getLocalPort())) {
      client.getOutputStream().write(new byte[70_000]);
      client.shutdownOutput();
      try (Socket served = server.accept()) {
        assertThat(served.getInputStream().readAllBytes()).hasSize(70_000);
        served.getOutputStream().write(new byte[300]);
      }

      assertThat(client.getInputStream().readAllBytes()).hasSize(300);
      Awaitility.await().until(relay::bytes, bytes -> bytes == 70_300);
    }
  }
}
