package edgeai.common.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallFailureTest {
  private static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), "nothing listens there"),
        Arguments.of(
            new ConnectException().initCause(new UnresolvedAddressException()),
            "its name is not known"),
        Arguments.of(new UnknownHostException("x"), "its name is not known"),
        Arguments.of(new HttpConnectTimeoutException("x"), "nothing answers at its address"),
        Arguments.of(new HttpTimeoutException("x"), "it took too long"),
        Arguments.of(
            new SSLHandshakeException("x"),
            "it speaks no TLS here, or its certificate is not trusted"),
        Arguments.of(new NoSuchFileException("/x"), "a file cannot be read or written"),
        Arguments.of(new AnswerTooLargeException(1), "it answered more than is taken"),
        Arguments.of(
            new CompletionException(new IOException("HTTP/1.1 header parser received no bytes")),
            "the connection broke"),
        Arguments.of(new UncheckedIOException(new IOException()), "the connection broke"),
        Arguments.of(new IllegalStateException("x"), CallFailure.UNFORESEEN),
        Arguments.of(
            new UnsatisfiedLinkError("libjpeg.so.62 is missing"),
            "a library cannot be loaded: libjpeg.so.62 is missing"),
        Arguments.of(new NoClassDefFoundError("a/b/C"), CallFailure.UNFORESEEN));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isToldInWordsWithoutANameOfJavas(Throwable failure, String words) {
    assertThat(CallFailure.words(failure)).isEqualTo(words).doesNotContain("Exception", "Error");
  }

  @Test
  void whatCausesItselfEnds() {
    Exception one = new Exception();
    one.initCause(new Exception(one));
    assertThat(CallFailure.words(one)).isEqualTo(CallFailure.UNFORESEEN);
  }
}
