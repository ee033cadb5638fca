package edgeai.cli.server;

import java.util.List;

/** The flags of a server's JVM, the same for every server. */
public final class ServerJvm {
  /**
   * Most of a server's memory is outside the heap: classes, native libraries, frames. A small heap
   * at the start is collected early: a large one would first be filled with garbage, and each
   * server would take it all. The optimising compiler (tier 4) waits forty times as long as usual,
   * so that it does not take the processor from inference for what is hardly called, and the other
   * one three times as long: most of what a start runs is run some hundred times.
   */
  public static final List<String> FLAGS =
      List.of(
          "-Xms224m",
          "-Xmn96m",
          "-Xmx512m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:ReservedCodeCacheSize=96m",
          "-XX:Tier3InvocationThreshold=600",
          "-XX:Tier3MinInvocationThreshold=300",
          "-XX:Tier3CompileThreshold=6000",
          "-XX:Tier3BackEdgeThreshold=180000",
          "-XX:Tier4InvocationThreshold=200000",
          "-XX:Tier4MinInvocationThreshold=24000",
          "-XX:Tier4CompileThreshold=600000",
          "-XX:Tier4BackEdgeThreshold=1600000",
          "-XX:+ExitOnOutOfMemoryError",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.language.format=en",
          "-Duser.country.format=US");

  /**
   * Libraries with native code load it, of which newer Java would say at each start that it will
   * not be allowed for ever.
   */
  static final List<String> PERMISSIONS = List.of("--enable-native-access=ALL-UNNAMED");

  /**
   * Payara's services start one after the other: with several threads, which are no faster, two of
   * them and one that registers a service may wait for each other for ever.
   */
  static final String ONE_BY_ONE = "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS";

  private ServerJvm() {}
}
