package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How much each account traded on each day of the last thirty, by quote currency. */
final class Volumes {
  private static final int DAYS = 30;

  private final Map<AccountId, Map<String, TreeMap<Long, Money>>> days = new TreeMap<>();

  /** The day of a time, counted from 1970. */
  static long day(long time) {
    return Math.floorDiv(time, TimeUnit.DAYS.toNanos(1));
  }

  void add(AccountId account, Money amount, long time) {
    long day = day(time);
    put(account, day, of(account, amount.currency(), day).plus(amount));
  }

  void put(AccountId account, long day, Money amount) {
    TreeMap<Long, Money> known =
        days.computeIfAbsent(account, id -> new TreeMap<>())
            .computeIfAbsent(amount.currency().code(), code -> new TreeMap<>());
    known.put(day, amount);
    known.headMap(day - DAYS, true).clear();
  }

  /** What was traded on one day. */
  Money of(AccountId account, Currency currency, long day) {
    Money known = known(account, currency).get(day);
    return known == null ? currency.zero() : known;
  }

  /** What was traded in the thirty days that end with the day of a time. */
  Money recent(AccountId account, Currency currency, long time) {
    Money sum = currency.zero();
    for (Money each : known(account, currency).tailMap(day(time) - DAYS, false).values()) {
      sum = sum.plus(each);
    }
    return sum;
  }

  /** Hands over everything that is known. */
  void forEach(Row row) {
    days.forEach(
        (account, codes) ->
            codes
                .values()
                .forEach(known -> known.forEach((day, amount) -> row.put(account, day, amount))));
  }

  private NavigableMap<Long, Money> known(AccountId account, Currency currency) {
    Map<String, TreeMap<Long, Money>> codes = days.get(account);
    NavigableMap<Long, Money> known = codes == null ? null : codes.get(currency.code());
    return known == null ? new TreeMap<>() : known;
  }

  /** One day of one account. */
  interface Row {
    void put(AccountId account, long day, Money amount);
  }
}
