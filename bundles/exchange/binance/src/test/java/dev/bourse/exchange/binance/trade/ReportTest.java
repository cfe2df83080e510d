package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.AccountEvent.MassReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.VenueClock;
import dev.bourse.exchange.binance.market.FakeRest;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.testkit.RecordingSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report of an account that trades while it is read. */
@Tag("N6")
class ReportTest implements Asking {
  private static final AccountId ACCOUNT = new AccountId("demo");

  private final List<Asked> asked = new ArrayList<>();
  private final List<String> followed = new ArrayList<>(List.of("BTCUSDT"));
  private final RecordingSink sink = new RecordingSink();
  private final Report report = report();

  /** How many executions there are, each of a hundredth of a coin. */
  private int executions;

  /** How many more of them happen, each right after executions were told. */
  private int coming;

  /** The code with which the venue refuses executions of OLDUSDT. */
  private int refusal;

  private Report report() {
    VenueClock clock = new VenueClock(() -> 1_700_000_000_000_000_000L);
    RuleBook rules =
        new RuleBook(
            new Publications(
                path ->
                    path.contains("OLD") ? FakeRest.SYMBOL.replace("BTC", "OLD") : FakeRest.SYMBOL),
            new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001")),
            List.of());
    return new Report(
        this,
        new Reporter(ACCOUNT, sink, clock),
        new OrderReader(ACCOUNT, new Currencies()),
        rules,
        new AccountBook(new Prices(sink, () -> 0)),
        new Generations(),
        () -> followed);
  }

  @Override
  public JsonNode ask(Asked what, Params params) throws RestException {
    asked.add(what);
    if (what == Asked.TRADES && params.query().contains("symbol=OLDUSDT")) {
      throw new RestException("Invalid symbol.", refusal, refusal == 0, Duration.ZERO);
    }
    try {
      return Json.read(answer(what));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String answer(Asked what) {
    if (what == Asked.ACCOUNT) {
      return """
      {"updateTime":%d,"balances":[{"asset":"BTC","free":"1.%02d","locked":"0"}]}
      """
          .formatted(1_000 + executions, executions);
    } else if (what == Asked.TRADES) {
      String trades = trades();
      if (coming > 0) {
        coming--;
        executions++;
      }
      return trades;
    }
    return "[]";
  }

  private String trades() {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= executions; i++) {
      rows.add(
          """
          {"symbol":"BTCUSDT","id":%d,"orderId":7,"price":"60000.00","qty":"0.01","quoteQty":"600.00","commission":"0",
          "commissionAsset":"BTC","time":1600000000000,"isBuyer":true,"isMaker":true}
          """
              .formatted(i));
    }
    return "[" + String.join(",", rows) + "]";
  }

  private MassReport told() throws RestException {
    report.tell(0, false);
    return sink.events(MassReport.class).get(0);
  }

  @Test
  void balancesHaveExactlyTheExecutionsOfTheReport() throws Exception {
    executions = 3;
    coming = 1;

    MassReport told = told();

    assertThat(told.fills()).extracting(Fill::fillId).hasSize(4);
    assertThat(told.balances()).hasSize(1);
    assertThat(told.balances().get(0).total().toString()).startsWith("1.04");
  }

  @Test
  void anAccountAtRestIsReadOnce() throws Exception {
    executions = 1;

    MassReport told = told();

    assertThat(told.fills()).hasSize(1);
    assertThat(asked)
        .filteredOn(each -> each != Asked.ORDERS)
        .containsExactly(Asked.OPEN_ORDERS, Asked.ACCOUNT, Asked.TRADES, Asked.ACCOUNT);
  }

  @Test
  void anAccountThatNeverRestsIsToldAllTheSame() throws Exception {
    executions = 1;
    coming = 50;

    MassReport told = told();

    assertThat(told.fills()).hasSize(3);
    assertThat(told.balances().get(0).total().toString()).startsWith("1.04");
    assertThat(asked).filteredOn(each -> each == Asked.TRADES).hasSize(3);
  }

  @Test
  @Tag("A4")
  void aSymbolThatTheVenueDoesNotHaveAnyMoreIsLeftOut() throws Exception {
    executions = 1;
    followed.add("OLDUSDT");
    refusal = -1121;

    MassReport told = told();

    assertThat(told.fills()).hasSize(1);
    assertThat(told.balances()).hasSize(1);
  }

  @Test
  void anyOtherProblemWithASymbolLetsNoReportBeTold() {
    followed.add("OLDUSDT");

    assertThatThrownBy(this::told).isInstanceOf(RestException.class);
  }
}
