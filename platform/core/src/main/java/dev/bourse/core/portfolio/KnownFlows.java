package dev.bourse.core.portfolio;

import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.model.Money;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.codec.ValueCodec;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is known of the flows of one account. */
final class KnownFlows {
  /** So far an event and its row of the history may be apart: a deposit waits for confirmations. */
  static final long APART = TimeUnit.HOURS.toNanos(24);

  /** So far the clocks of a report and of an event may be apart. */
  static final long CLOCKS = TimeUnit.SECONDS.toNanos(30);

  private static final int MOST = 1_000;

  /** An amount and a time. */
  private record Noted(Money amount, long time) {
    boolean is(Money other) {
      return amount.currency().code().equals(other.currency().code())
          && number(amount).compareTo(number(other)) == 0;
    }
  }

  private final Map<String, Long> rows = new TreeMap<>();
  private final Deque<Noted> told = new ArrayDeque<>();
  private final Deque<Noted> taken = new ArrayDeque<>();
  private long agreedAt = Long.MIN_VALUE;
  private long heardAt = Long.MIN_VALUE;

  private static BigDecimal number(Money money) {
    return new BigDecimal(money.amount());
  }

  private static void note(Deque<Noted> where, Money amount, long time) {
    where.add(new Noted(amount, time));
    if (where.size() > MOST) {
      where.removeFirst();
    }
  }

  boolean told(CashFlow flow, long now) {
    heardAt = now;
    for (Iterator<Noted> each = taken.iterator(); each.hasNext(); ) {
      Noted change = each.next();
      if (change.is(flow.amount()) && flow.eventTime() - CLOCKS <= change.time()) {
        each.remove();
        return false;
      }
    }
    note(told, flow.amount(), flow.eventTime());
    return true;
  }

  void booked(CashFlow row, long until) {
    rows.put(row.id(), row.eventTime());
    note(taken, row.amount(), until);
  }

  void taken(Money difference, long until) {
    note(taken, difference, until);
    note(told, difference, until);
  }

  boolean isHeardAfter(long time) {
    return heardAt > time;
  }

  List<CashFlow> explaining(List<CashFlow> history, Money difference) {
    List<CashFlow> rest = unknown(difference.currency().code(), history);
    for (Noted event : told) {
      CashFlow row = nearest(event, rest);
      if (row != null) {
        rest.remove(row);
      }
    }
    BigDecimal sum =
        rest.stream().map(row -> number(row.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(number(difference)) == 0 ? rest : List.of();
  }

  /** Without a report that agreed nobody knows which rows are in the balances. */
  private List<CashFlow> unknown(String currency, List<CashFlow> history) {
    List<CashFlow> unknown = new ArrayList<>();
    for (CashFlow row : history) {
      boolean listed = row.amount().currency().code().equals(currency);
      boolean after = agreedAt != Long.MIN_VALUE && row.eventTime() >= agreedAt - APART;
      if (listed && after && !rows.containsKey(row.id())) {
        unknown.add(row);
      }
    }
    return unknown;
  }

  private static @Nullable CashFlow nearest(Noted event, List<CashFlow> rows) {
    return rows.stream()
        .filter(row -> event.is(row.amount()) && distance(event, row) <= APART)
        .min(Comparator.comparingLong(row -> distance(event, row)))
        .orElse(null);
  }

  private static long distance(Noted event, CashFlow row) {
    return Math.abs(event.time() - row.eventTime());
  }

  void settled(String currency, List<CashFlow> history) {
    List<CashFlow> listed = new ArrayList<>(unknown(currency, history));
    listed.forEach(row -> rows.put(row.id(), row.eventTime()));
    for (Iterator<Noted> each = told.iterator(); each.hasNext(); ) {
      CashFlow row = nearest(each.next(), listed);
      if (row != null) {
        listed.remove(row);
        each.remove();
      }
    }
  }

  void agreed(long time) {
    agreedAt = time;
    rows.values().removeIf(at -> at < time - APART);
    told.removeIf(event -> event.time() < time - 2 * APART);
  }

  void save(StateWriter out, ValueCodec values) {
    out.putLong(agreedAt).putLong(heardAt).putInt(rows.size());
    rows.forEach((id, time) -> out.putText(id).putLong(time));
    for (Deque<Noted> each : List.of(told, taken)) {
      out.putInt(each.size());
      for (Noted noted : each) {
        values.money(out, noted.amount());
        out.putLong(noted.time());
      }
    }
  }

  void load(StateReader in, ValueCodec values) {
    agreedAt = in.getLong();
    heardAt = in.getLong();
    for (int left = in.getInt(); left > 0; left--) {
      rows.put(in.getText(), in.getLong());
    }
    for (Deque<Noted> each : List.of(told, taken)) {
      for (int left = in.getInt(); left > 0; left--) {
        each.add(new Noted(values.money(in), in.getLong()));
      }
    }
  }
}
