package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.exchange.AccountFinding.Result;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueAccount;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Right;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A look at an account before it is traded. */
@Tag("P21")
@Tag("A6")
class CheckAtVenueTest {
  private final LocalVenue venue;

  CheckAtVenueTest() throws IOException {
    venue =
        LocalVenue.start(
            new SimulatedExchangeFactory(),
            VenueSettings.local()
                .with(
                    new VenueAccount(
                        "alice",
                        "1000 USDT,2 BTC",
                        ApiKey.hmac("tradeKey", "tradeSecret"),
                        ApiKey.hmac("readKey", "readSecret", Right.READ, Right.WITHDRAW))));
    venue.quote("BTCUSDT", "60000.00", "2", "60000.01", "2");
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private List<AccountFinding> check(String key, String secret) {
    return check(key, secret, "warn");
  }

  private List<AccountFinding> check(String key, String secret, String withdrawals) {
    BinanceExchangeFactory factory = new BinanceExchangeFactory();
    return factory.check(
        ConfigFixtures.of(
            BinanceExchangeFactory.Config.class,
            "rest.url",
            venue.restUrl(),
            "stream.url",
            venue.socketUrl(),
            "api.url",
            venue.socketUrl(),
            "key",
            key,
            "secret",
            secret,
            "withdrawal.right",
            withdrawals),
        List.of(TradeBench.BTCUSDT));
  }

  @Test
  void anAccountThatCanBeTradedIsSaidToBe() {
    List<AccountFinding> findings = check("tradeKey", "tradeSecret");

    assertThat(findings)
        .extracting(AccountFinding::name, AccountFinding::result)
        .containsExactly(
            tuple("connection", Result.GOOD),
            tuple("clock", Result.GOOD),
            tuple("right to trade", Result.GOOD),
            tuple("right to withdraw", Result.GOOD),
            tuple("addresses", Result.WARNING),
            tuple("balances", Result.GOOD),
            tuple("fees", Result.GOOD),
            tuple("BTCUSDT", Result.GOOD));
    assertThat(findings.get(5).text()).isEqualTo("2 BTC, 1000 USDT");
    assertThat(findings.get(6).text()).startsWith("maker 0.001");
  }

  @Test
  void aKeyWithTheWrongRightsIsSaidToBe() {
    List<AccountFinding> findings = check("readKey", "readSecret");

    assertThat(findings)
        .filteredOn(each -> each.result() != Result.GOOD)
        .extracting(AccountFinding::name, AccountFinding::result)
        .containsExactly(
            tuple("right to trade", Result.BAD),
            tuple("right to withdraw", Result.WARNING),
            tuple("addresses", Result.WARNING),
            tuple("BTCUSDT", Result.BAD));
    assertThat(findings.get(2).text())
        .isEqualTo("no: the key may only read, or not trade from the address of this machine");
  }

  @Test
  void aRightThatTheTraderWouldRefuseIsNoMereWarning() {
    List<AccountFinding> findings = check("readKey", "readSecret", "refuse");

    assertThat(findings)
        .filteredOn(each -> each.name().equals("right to withdraw"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.result()).isEqualTo(Result.BAD);
              assertThat(each.text()).contains("withdrawal.right=refuse");
            });
  }

  @Test
  void aKeyThatTheVenueRefusesIsSaidWithoutShowingIt() {
    List<AccountFinding> findings = check("tradeKey", "wrongSecret");

    assertThat(findings)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.result()).isEqualTo(Result.BAD);
              assertThat(each.text())
                  .contains("INVALID_SIGNATURE")
                  .doesNotContain("tradeKey", "wrongSecret");
            });
  }

  @Test
  void withoutAKeyThereIsNothingToLookAt() {
    List<AccountFinding> findings = check("", "");

    assertThat(findings).extracting(AccountFinding::name).containsExactly("key");
  }
}
