package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Money;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads rows of the venue's history of money that came and went. What cannot be read is left out.
 */
final class FlowReader {
  private static final Logger LOG = LoggerFactory.getLogger(FlowReader.class);
  private static final String SPOT = "0";
  private static final List<String> CREDITED = List.of("1", "6");
  private static final List<String> TAKEN = List.of("0", "2", "4", "6");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final AccountId account;
  private final Currencies currencies;

  FlowReader(AccountId account, Currencies currencies) {
    this.account = account;
    this.currencies = currencies;
  }

  private interface Row {
    List<CashFlow> read();
  }

  private static List<CashFlow> read(String what, JsonNode from, Row row) {
    try {
      return row.read();
    } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
      LOG.info("a {} of {} explains no balance: {}", what, text(from, "coin"), e.getMessage());
      return List.of();
    }
  }

  /** A deposit that is in the balance of the spot wallet. */
  List<CashFlow> deposit(JsonNode row) {
    boolean credited = isSpot(row) && CREDITED.contains(text(row, "status"));
    return credited
        ? read(
            "deposit",
            row,
            () -> {
              long done = row.path("completeTime").asLong(0);
              long time = done > 0 ? done : row.path("insertTime").asLong();
              return List.of(
                  flow("deposit", row, money(row, "coin", text(row, "amount")), nanos(time)));
            })
        : List.of();
  }

  /** The fee leaves with the amount. One that was refused after all came back as it left. */
  List<CashFlow> withdrawal(JsonNode row) {
    return isSpot(row)
        ? read(
            "withdrawal",
            row,
            () -> {
              BigDecimal fee = Decimals.parse(row.path("transactionFee").asText("0"));
              BigDecimal whole = Decimals.parse(text(row, "amount")).add(fee);
              Money amount = money(row, "coin", whole.toPlainString());
              long left = time(text(row, "applyTime"));
              CashFlow out = flow("withdrawal", row, amount.negate(), left);
              if (TAKEN.contains(text(row, "status"))) {
                return List.of(out);
              }
              String done = text(row, "completeTime");
              CashFlow back =
                  new CashFlow(
                      account,
                      out.id() + "-returned",
                      amount,
                      "withdrawal",
                      done.isEmpty() ? left : time(done));
              return List.of(out, back);
            })
        : List.of();
  }

  /** A transfer to or from another wallet. */
  List<CashFlow> transfer(JsonNode row, boolean out) {
    return text(row, "status").equals("CONFIRMED")
        ? read(
            "transfer",
            row,
            () -> {
              Money amount = money(row, "asset", text(row, "amount"));
              String id = "transfer-" + named(row, "tranId");
              return List.of(
                  new CashFlow(
                      account,
                      id,
                      out ? amount.negate() : amount,
                      "transfer",
                      nanos(row.path("timestamp").asLong())));
            })
        : List.of();
  }

  private CashFlow flow(String kind, JsonNode row, Money amount, long time) {
    return new CashFlow(account, kind + "-" + named(row, "id"), amount, kind, time);
  }

  private static String named(JsonNode row, String field) {
    String id = text(row, field);
    if (id.isEmpty()) {
      throw new IllegalArgumentException("the venue does not say its " + field);
    }
    return id;
  }

  private static boolean isSpot(JsonNode row) {
    return row.path("walletType").asText(SPOT).equals(SPOT);
  }

  private Money money(JsonNode row, String coin, String amount) {
    return currencies.money(amount, text(row, coin));
  }

  private static long nanos(long millis) {
    if (millis <= 0) {
      throw new IllegalArgumentException("the venue does not say when it was");
    }
    return VenueTime.nanos(millis);
  }

  private static long time(String text) {
    return nanos(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC).toEpochMilli());
  }
}
