package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An unmodified ccxt trades here. Runs where there is Node and a folder with ccxt: {@code npm
 * install --prefix ../ccxt ccxt@4.5.84} beside the project, or {@code -Dccxt.dir=<folder>}.
 */
@Tag("outside")
@Tag("P18")
class CcxtTest {
  private static Path folder() {
    String named = System.getProperty("ccxt.dir", "");
    return named.isEmpty()
        ? Path.of("../../../../ccxt").toAbsolutePath().normalize()
        : Path.of(named);
  }

  private static boolean hasNode() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "node")));
  }

  private static List<String> session(LocalVenue venue, Path folder)
      throws IOException, InterruptedException, URISyntaxException {
    Path script =
        Path.of(Objects.requireNonNull(CcxtTest.class.getResource("/ccxt/session.mjs")).toURI());
    Path output = Files.createTempFile(Path.of("target"), "ccxt", ".txt");
    Process process =
        new ProcessBuilder(
                "node",
                script.toString(),
                folder.toString(),
                "127.0.0.1:" + venue.port(),
                "ccxtkey",
                "ccxtsecret")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return Files.readAllLines(output);
  }

  @Test
  void ccxtTradesOnTheVenueAsItIs() throws IOException, InterruptedException, URISyntaxException {
    Path folder = folder();
    assumeTrue(
        hasNode() && Files.isDirectory(folder.resolve("node_modules/ccxt")),
        "Node or ccxt is not at hand: npm install --prefix " + folder + " ccxt@4.5.84");
    String account = "account=ccxt:100000 USDT,10 BTC:ccxtkey:ccxtsecret";

    List<String> steps;
    try (LocalVenue venue =
        Standalone.start(
            List.of("port=0", "interval=50", account),
            new dev.bourse.exchange.simulated.SimulatedExchangeFactory())) {
      steps = session(venue, folder);
    }

    assertThat(steps)
        .containsExactly(
            "loadMarkets\ttrue",
            "fetchTime\ttrue",
            "fetchTicker\tBTC/USDT",
            "fetchTickers\tBTC/USDT",
            "fetchBidsAsks\ttrue",
            "fetchOHLCV\ttrue",
            "fetchOrderBook\ttrue",
            "fetchTrades\ttrue",
            "fetchBalance\t100000",
            "createOrder market\tclosed",
            "watchOrders\tBTC/USDT",
            "createOrder limit\topen",
            "createOrder postOnly\topen",
            "createOrder IOC\texpired",
            "createOrder stop\topen",
            "createOrder take-profit\topen",
            "createOrder cost\tclosed",
            "fetchOrder\topen",
            "editOrder\topen",
            "cancelOrder\tcanceled",
            "cancelOrder by name\tcanceled",
            "fetchOpenOrders\t4",
            "cancelAllOrders\t4",
            "fetchOrders\t10",
            "fetchClosedOrders\t2",
            "fetchMyTrades\ttrue",
            "insufficient funds\tInsufficientFunds",
            "watchTrades\ttrue",
            "watchTicker\tBTC/USDT",
            "watchOrderBook\ttrue",
            "watchOHLCV\ttrue",
            "watchBalance\ttrue");
  }
}
