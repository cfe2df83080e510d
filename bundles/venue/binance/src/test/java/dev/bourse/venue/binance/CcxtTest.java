package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An unmodified ccxt trades here. Runs where Node is: npm brings the version that {@code
 * ccxt/package-lock.json} names into {@code target/ccxt}, with its checksums and without its
 * scripts.
 */
@Tag("outside")
@Tag("P18")
class CcxtTest {
  private static final Path FOLDER = Path.of("target", "ccxt").toAbsolutePath();

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(CcxtTest.class.getResource("/ccxt/" + name)).toURI());
  }

  private static boolean isInstalled()
      throws IOException, InterruptedException, URISyntaxException {
    if (Files.isRegularFile(FOLDER.resolve("node_modules/.package-lock.json"))) {
      return true;
    }
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(resource(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("npm.txt").toFile())
            .start();
    if (!npm.waitFor(3, TimeUnit.MINUTES)) {
      npm.destroyForcibly();
      return false;
    }
    return npm.exitValue() == 0;
  }

  private static List<String> session(LocalVenue venue)
      throws IOException, InterruptedException, URISyntaxException {
    Path output = Files.createTempFile(Path.of("target"), "ccxt", ".txt");
    Process process =
        new ProcessBuilder(
                "node",
                resource("session.mjs").toString(),
                FOLDER.toString(),
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
    assumeTrue(
        isOnPath("node") && isOnPath("npm"),
        "Neither node nor npm is on the PATH: install Node 20 to let ccxt trade at the venue.");
    assumeTrue(
        isInstalled(),
        () ->
            "npm could not bring ccxt, see "
                + FOLDER.resolve("npm.txt")
                + ": is its registry reachable?");
    String account = "account=ccxt:100000 USDT,10 BTC:ccxtkey:ccxtsecret";

    List<String> steps;
    try (LocalVenue venue =
        Standalone.start(
            List.of("port=0", "interval=50", account),
            new dev.bourse.exchange.simulated.SimulatedExchangeFactory())) {
      steps = session(venue);
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
            "createOrder stop-loss\topen",
            "createOrder reduceOnly\trefused as at Binance",
            "createOrder cost\tclosed",
            "fetchOrder\topen",
            "editOrder\topen",
            "cancelOrder\tcanceled",
            "cancelOrder by name\tcanceled",
            "fetchOpenOrders\t5",
            "cancelAllOrders\t5",
            "fetchOrders\t11",
            "fetchClosedOrders\t2",
            "fetchMyTrades\ttrue",
            "fetchOrderTrades\ttrue",
            "insufficient funds\tInsufficientFunds",
            "watchTrades\ttrue",
            "watchTicker\tBTC/USDT",
            "watchOrderBook\ttrue",
            "watchOHLCV\ttrue",
            "watchBalance\ttrue",
            "watchMyTrades\tBTC/USDT",
            "watchTickers\tBTC/USDT",
            "watchBidsAsks\ttrue",
            "fetchTradesWs\ttrue",
            "fetchOHLCVWs\ttrue",
            "fetchBalanceWs\ttrue",
            "createOrderWs\topen",
            "fetchOrderWs\topen",
            "editOrderWs\topen",
            "cancelOrderWs\tcanceled",
            "fetchOpenOrdersWs\t1",
            "cancelAllOrdersWs\t1",
            "fetchOrdersWs\ttrue",
            "fetchMyTradesWs\ttrue");
  }
}
