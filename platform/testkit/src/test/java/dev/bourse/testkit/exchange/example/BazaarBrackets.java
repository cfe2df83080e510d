package dev.bourse.testkit.exchange.example;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry and the exit that waits for it are one call. Any thread. */
final class BazaarBrackets {
  private final BazaarOrders single;
  private final Connection connection;

  BazaarBrackets(BazaarOrders single, Connection connection) {
    this.single = single;
    this.connection = connection;
  }

  boolean submit(ExchangeCommand.SubmitBracket bracket) {
    List<Order> all = new ArrayList<>(bracket.orders());
    String problem = problem(bracket);
    String patience = single.patience();
    if (problem != null || patience != null) {
      String reason = problem != null ? problem : patience;
      all.forEach(each -> single.denied(each.id(), reason, problem == null));
      return true;
    }
    Collections.reverse(all);
    List<Object> rows = new ArrayList<>();
    for (Order each : all) {
      rows.add(each.id());
      rows.add(Rows.write(Message.of(0, "place", BazaarOrders.ticket(each))));
    }
    return connection.call("bracket", new Placed(all), rows.toArray());
  }

  /** What is against one is against all. */
  private @Nullable String problem(ExchangeCommand.SubmitBracket bracket) {
    if (bracket.exits().size() > 1) {
      return "UNSUPPORTED_ORDER: exits=" + bracket.exits().size();
    }
    String problem = null;
    for (Order each : bracket.orders()) {
      problem = problem == null ? single.problem(each.spec()) : problem;
    }
    return problem;
  }

  /** Hears what became of all. */
  private final class Placed implements Connection.Answer {
    private final List<Order> orders;

    Placed(List<Order> orders) {
      this.orders = orders;
    }

    @Override
    public void done(Message answer) {
      answer.fields().values().forEach(each -> single.order(Rows.read(each)));
    }

    @Override
    public void refused(String code, String text) {
      orders.forEach(each -> single.placed(each.id()).refused(code, text));
    }

    @Override
    public void lost(String reason) {
      orders.forEach(each -> single.lost(each.id(), reason));
    }
  }
}
