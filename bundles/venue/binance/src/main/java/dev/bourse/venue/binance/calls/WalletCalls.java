package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Amounts;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.Moved;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What money came to an account and left it, newest first: the part of Binance's other interface
 * that tells of deposits, withdrawals and transfers between wallets.
 */
final class WalletCalls {
  private static final int MOST = 1_000;
  private static final int MOST_TRANSFERS = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private WalletCalls() {}

  static void addTo(CallTable table) {
    table.account("GET /sapi/v1/capital/deposit/hisrec", "", 1, WalletCalls::deposits);
    table.account("GET /sapi/v1/capital/withdraw/history", "", 1, WalletCalls::withdrawals);
    table.account("GET /sapi/v1/asset/transfer", "", 1, WalletCalls::transfers);
  }

  private static Object deposits(Asked asked) {
    return page(asked, each -> each.wallet().isEmpty() && !each.isOut()).stream()
        .map(WalletCalls::deposit)
        .toList();
  }

  private static Object withdrawals(Asked asked) {
    return page(asked, each -> each.wallet().isEmpty() && each.isOut()).stream()
        .map(WalletCalls::withdrawal)
        .toList();
  }

  private static List<Moved> page(Asked asked, Predicate<Moved> wanted) {
    Params params = asked.params();
    @Nullable String coin = params.text("coin");
    @Nullable Long offset = params.whole("offset");
    int limit = params.limit(MOST, MOST);
    List<Moved> rows =
        between(asked, each -> wanted.test(each) && (coin == null || coin.equals(each.coin())));
    params.done();
    return rows.stream().skip(offset == null ? 0 : offset).limit(limit).toList();
  }

  private static List<Moved> between(Asked asked, Predicate<Moved> wanted) {
    @Nullable Long start = asked.params().time("startTime");
    @Nullable Long end = asked.params().time("endTime");
    Desk desk = asked.desk();
    List<Moved> rows = new ArrayList<>();
    for (Moved each : desk.moved()) {
      boolean inside =
          (start == null || each.time() >= start) && (end == null || each.time() <= end);
      if (inside && wanted.test(each)) {
        rows.add(each);
      }
    }
    Collections.reverse(rows);
    return rows;
  }

  private static Object deposit(Moved each) {
    return Json.object(
        "id",
        Long.toString(each.number()),
        "amount",
        Amounts.text(each.amount()),
        "coin",
        each.coin(),
        "network",
        each.coin(),
        "status",
        1,
        "address",
        "local",
        "addressTag",
        "",
        "txId",
        "local-" + each.number(),
        "insertTime",
        new Stamp(each.time()),
        "completeTime",
        new Stamp(each.time()),
        "transferType",
        0,
        "confirmTimes",
        "1/1",
        "unlockConfirm",
        0,
        "walletType",
        0);
  }

  private static Object withdrawal(Moved each) {
    return Json.object(
        "id",
        "w" + each.number(),
        "amount",
        Amounts.text(each.amount().negate()),
        "transactionFee",
        Amounts.text(BigDecimal.ZERO),
        "coin",
        each.coin(),
        "status",
        6,
        "address",
        "local",
        "txId",
        "local-" + each.number(),
        "applyTime",
        TIME.format(Instant.ofEpochSecond(0, each.time())),
        "network",
        each.coin(),
        "transferType",
        0,
        "info",
        "",
        "confirmNo",
        1,
        "walletType",
        0,
        "txKey",
        "",
        "completeTime",
        TIME.format(Instant.ofEpochSecond(0, each.time())));
  }

  private static Object transfers(Asked asked) {
    Params params = asked.params();
    String type = params.required("type");
    @Nullable Long page = params.whole("current");
    @Nullable Long size = params.whole("size");
    List<Moved> rows = between(asked, each -> each.transfer().equals(type));
    params.done();
    long most = size == null ? 10 : Math.min(size, MOST_TRANSFERS);
    long first = page == null ? 0 : (Math.max(1, page) - 1) * most;
    return Json.object(
        "total",
        rows.size(),
        "rows",
        rows.stream().skip(first).limit(most).map(WalletCalls::transfer).toList());
  }

  private static Object transfer(Moved each) {
    return Json.object(
        "asset", each.coin(),
        "amount", Amounts.text(each.amount().abs()),
        "type", each.transfer(),
        "status", "CONFIRMED",
        "tranId", each.number(),
        "timestamp", new Stamp(each.time()));
  }
}
