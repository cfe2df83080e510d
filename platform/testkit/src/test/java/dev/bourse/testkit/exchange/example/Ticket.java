package dev.bourse.testkit.exchange.example;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order as the bazaar knows it. */
final class Ticket {
  final String name;
  private final String side;
  private final String life;
  private final long time;
  BigDecimal quantity;
  @Nullable BigDecimal price;
  String status = "open";
  BigDecimal worth = BigDecimal.ZERO;
  long number;
  boolean rested;

  /** What it waits for; null once it works. */
  @Nullable Ticket entry;

  Ticket(Message call, long time) {
    this.name = call.text("name");
    this.side = call.text("side");
    this.life = call.text("life");
    this.quantity = new BigDecimal(call.text("quantity"));
    this.price = call.text("price").isEmpty() ? null : new BigDecimal(call.text("price"));
    this.time = time;
  }

  boolean isBuy() {
    return side.equals("BUY");
  }

  boolean isOpen() {
    return status.equals("open");
  }

  /** Waits for another to fill: reserves nothing, and cannot fill. */
  void waitFor(Ticket other) {
    entry = other;
    status = "waiting";
  }

  boolean isWaitingFor(Ticket other) {
    return other.equals(entry) && status.equals("waiting");
  }

  void work() {
    entry = null;
    status = "open";
  }

  /** Whether it may rest. */
  boolean lasts() {
    return life.equals("GTC") && price != null;
  }

  Message told(long id, String kind) {
    boolean filled = status.equals("filled");
    return Message.of(
        id,
        kind,
        "name",
        name,
        "number",
        number,
        "status",
        status,
        "filled",
        filled ? quantity : BigDecimal.ZERO,
        "worth",
        worth,
        "quantity",
        quantity,
        "price",
        price == null ? "" : price,
        "time",
        time);
  }
}
