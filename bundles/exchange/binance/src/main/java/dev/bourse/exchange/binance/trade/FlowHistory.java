package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the venue's other interface tells of money that came to the spot wallet and left it:
 * deposits, withdrawals and transfers between the wallets of one user (wallet documents, "Deposit
 * History", "Withdraw History", "Query User Universal Transfer History"). Transfers between a main
 * account and its sub-accounts are not asked for. Blocks; on the questions' worker.
 */
final class FlowHistory {
  private static final Logger LOG = LoggerFactory.getLogger(FlowHistory.class);

  /** Rows have the time of their beginning: a deposit waits for confirmations. */
  private static final Duration BEFORE = Duration.ofDays(7);

  /** The venue takes questions about less than ninety days. */
  private static final Duration MOST = Duration.ofDays(89);

  private static final int PAGE = 1_000;
  private static final int TRANSFERS = 100;
  private static final int MOST_PAGES = 20;

  /**
   * What has just moved may be of a later time than ours, for the venue's clock is only guessed.
   */
  private static final Duration AHEAD = Duration.ofSeconds(10);

  /** The other wallets of a user that money is moved between. */
  private static final List<String> WALLETS = List.of("FUNDING", "UMFUTURE", "CMFUTURE", "MARGIN");

  private final Asking inquiry;
  private final Reporter reporter;
  private final FlowReader reader;
  private final Set<String> silent = new TreeSet<>();

  FlowHistory(Asking inquiry, Reporter reporter, FlowReader reader) {
    this.inquiry = inquiry;
    this.reporter = reporter;
    this.reader = reader;
  }

  private interface Page {
    /** Asks for one; tells how many rows it had. */
    int read(int number) throws RestException;
  }

  /** All flows since a time, nanoseconds; null if none of the questions had an answer. */
  @Nullable List<CashFlow> since(long since) {
    long now = reporter.now();
    long from = Math.max(since - BEFORE.toNanos(), now - MOST.toNanos());
    List<CashFlow> flows = new ArrayList<>();
    Map<String, Page> questions = new LinkedHashMap<>();
    questions.put("deposits", page -> rows(Asked.DEPOSITS, from, page, flows));
    questions.put("withdrawals", page -> rows(Asked.WITHDRAWALS, from, page, flows));
    for (String wallet : WALLETS) {
      for (String type : List.of("MAIN_" + wallet, wallet + "_MAIN")) {
        questions.put("transfers " + type, page -> transfers(type, from, now, page, flows));
      }
    }
    return ask(questions) ? flows : null;
  }

  /**
   * What has no answer explains nothing; what is left is compared without it. A venue that cannot
   * be reached is not asked for the rest: a report waits for this.
   */
  private boolean ask(Map<String, Page> questions) {
    boolean answered = false;
    for (Map.Entry<String, Page> each : questions.entrySet()) {
      try {
        pages(each.getKey().startsWith("transfers") ? TRANSFERS : PAGE, each.getValue());
        silent.remove(each.getKey());
        answered = true;
      } catch (RestException e) {
        if (silent.add(each.getKey())) {
          LOG.info(
              "the {} of account {} are not told, so they explain no balance: {}",
              each.getKey(),
              reporter.account(),
              e.getMessage());
        }
        if (e.passing()) {
          return answered;
        }
      }
    }
    return answered;
  }

  private static void pages(int full, Page page) throws RestException {
    for (int number = 0; number < MOST_PAGES; number++) {
      if (page.read(number) < full) {
        return;
      }
    }
    throw new RestException("there are too many of them", 0, false, Duration.ZERO);
  }

  private int rows(Asked what, long from, int page, List<CashFlow> flows) throws RestException {
    JsonNode rows =
        inquiry.ask(
            what,
            new Params()
                .with("startTime", VenueTime.millis(from))
                .with("offset", (long) page * PAGE)
                .with("limit", PAGE));
    for (JsonNode row : rows) {
      flows.addAll(what == Asked.DEPOSITS ? reader.deposit(row) : reader.withdrawal(row));
    }
    return rows.size();
  }

  private int transfers(String type, long from, long now, int page, List<CashFlow> flows)
      throws RestException {
    JsonNode answer =
        inquiry.ask(
            Asked.TRANSFERS,
            new Params()
                .with("type", type)
                .with("startTime", VenueTime.millis(from))
                .with("endTime", VenueTime.millis(now + AHEAD.toNanos()))
                .with("current", page + 1)
                .with("size", TRANSFERS));
    JsonNode rows = answer.path("rows");
    for (JsonNode row : rows) {
      flows.addAll(reader.transfer(row, text(row, "type").startsWith("MAIN_")));
    }
    return rows.size();
  }
}
