package dev.bourse.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.ledger.OrderStatusMachine.Event;
import dev.bourse.core.ledger.OrderStatusMachine.Move;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each of the 14 statuses with each of the 16 events, and the page of the documentation. */
@Tag("N23")
class OrderStatusMachineTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "order-status.md");

  /**
   * What each event makes of each status: the first letters of the next status, {@code =} for
   * itself, {@code <} for the one before the amend or cancel, {@code .} for nothing.
   */
  private static final String EXPECTED =
      """
                       DEN EMU REL SUB ACC REJ CAN EXP TRI UPQ UPD UPX CAQ CAX PAR FIL
      INITIALIZED      DEN EMU REL SUB ACC REJ CAN EXP TRI .   =   .   PCA .   PAR FIL
      DENIED           .   .   .   .   .   .   .   .   .   .   .   .   .   .   PAR FIL
      EMULATED         DEN .   REL .   .   .   CAN EXP .   .   =   .   .   .   PAR FIL
      RELEASED         DEN .   .   SUB ACC REJ CAN EXP .   .   =   .   PCA .   PAR FIL
      SUBMITTED        DEN .   .   .   ACC REJ CAN EXP TRI PUP =   .   PCA .   PAR FIL
      ACCEPTED         .   .   .   .   =   REJ CAN EXP TRI PUP =   .   PCA .   PAR FIL
      REJECTED         .   .   .   .   .   .   .   .   .   .   .   .   .   .   PAR FIL
      CANCELED         .   .   .   .   .   .   .   .   .   .   .   .   .   .   =   FIL
      EXPIRED          .   .   .   .   .   .   .   .   .   .   .   .   .   .   =   FIL
      TRIGGERED        .   .   .   .   =   REJ CAN EXP =   PUP =   .   PCA .   PAR FIL
      PENDING_UPDATE   DEN .   .   .   =   REJ CAN EXP =   =   <   <   PCA .   =   FIL
      PENDING_CANCEL   DEN .   .   .   =   REJ CAN EXP =   .   =   =   =   <   =   FIL
      PARTIALLY_FILLED .   .   .   .   =   .   CAN EXP =   PUP =   .   PCA .   =   FIL
      FILLED           .   .   .   .   .   .   .   .   .   .   .   .   .   .   =   =
      """;

  private static final Map<OrderStatus, String> SHORT = shortNames();

  private static Map<OrderStatus, String> shortNames() {
    Map<OrderStatus, String> names = new LinkedHashMap<>();
    for (OrderStatus status : OrderStatus.values()) {
      names.put(status, status.name().substring(0, 3));
    }
    names.put(OrderStatus.PENDING_UPDATE, "PUP");
    names.put(OrderStatus.PENDING_CANCEL, "PCA");
    return names;
  }

  private static String cell(OrderStatus from, Event event) {
    Move move = OrderStatusMachine.move(from, event);
    if (move == null) {
      return ".";
    }
    if (move.to() == null) {
      return "<";
    }
    return move.to() == from ? "=" : SHORT.getOrDefault(move.to(), "");
  }

  @Test
  void everyEventMakesOfEveryStatusWhatTheTableSays() {
    List<String> rows = EXPECTED.lines().skip(1).toList();

    List<String> actual =
        Arrays.stream(OrderStatus.values()).map(OrderStatusMachineTest::row).toList();

    assertThat(actual).hasSize(14).isEqualTo(rows);
    assertThat(Event.values()).hasSize(16);
  }

  private static String row(OrderStatus status) {
    StringBuilder row = new StringBuilder(String.format("%-16s", status));
    for (Event event : Event.values()) {
      row.append(String.format(" %-3s", cell(status, event)));
    }
    return row.toString().stripTrailing();
  }

  /**
   * The reference's legal moves; what we add or leave out is listed, with the reason, on the page.
   */
  @Test
  void differsFromTheReferenceOnlyWhereThePageSaysSo() {
    Map<OrderStatus, String> reference = new LinkedHashMap<>();
    reference.put(OrderStatus.INITIALIZED, "DEN EMU REL SUB REJ ACC CAN EXP TRI");
    reference.put(OrderStatus.EMULATED, "CAN EXP REL");
    reference.put(OrderStatus.RELEASED, "DEN SUB CAN");
    reference.put(OrderStatus.SUBMITTED, "PUP PCA REJ CAN ACC PAR FIL");
    reference.put(OrderStatus.ACCEPTED, "REJ PUP PCA CAN TRI EXP PAR FIL");
    reference.put(OrderStatus.CANCELED, "PAR FIL");
    reference.put(OrderStatus.PENDING_UPDATE, "REJ ACC CAN EXP TRI PUP PCA PAR FIL");
    reference.put(OrderStatus.PENDING_CANCEL, "REJ PCA CAN EXP ACC PAR FIL");
    reference.put(OrderStatus.TRIGGERED, "REJ PUP PCA CAN EXP PAR FIL");
    reference.put(OrderStatus.PARTIALLY_FILLED, "PUP PCA CAN EXP PAR FIL");

    Map<OrderStatus, String> added = new LinkedHashMap<>();
    Map<OrderStatus, String> missing = new LinkedHashMap<>();
    for (OrderStatus from : OrderStatus.values()) {
      Set<String> theirs = words(reference.getOrDefault(from, ""));
      Set<String> ours = targets(from);
      put(added, from, minus(ours, theirs));
      put(missing, from, minus(theirs, ours));
    }

    assertThat(added)
        .isEqualTo(
            Map.of(
                OrderStatus.INITIALIZED, "FIL PAR PCA",
                OrderStatus.DENIED, "FIL PAR",
                OrderStatus.EMULATED, "DEN FIL PAR",
                OrderStatus.RELEASED, "ACC EXP FIL PAR PCA REJ",
                OrderStatus.SUBMITTED, "DEN EXP TRI",
                OrderStatus.REJECTED, "FIL PAR",
                OrderStatus.EXPIRED, "FIL",
                OrderStatus.PENDING_UPDATE, "DEN",
                OrderStatus.PENDING_CANCEL, "DEN"));
    assertThat(missing)
        .isEqualTo(
            Map.of(
                OrderStatus.CANCELED, "PAR",
                OrderStatus.PENDING_UPDATE, "ACC PAR TRI",
                OrderStatus.PENDING_CANCEL, "ACC PAR"));
  }

  /** Other statuses that an event leads to, and itself where the reference counts that. */
  private static Set<String> targets(OrderStatus from) {
    Set<String> names = new TreeSet<>();
    for (Event event : Event.values()) {
      String cell = cell(from, event);
      boolean repeated =
          (event == Event.UPDATE_REQUESTED && from == OrderStatus.PENDING_UPDATE)
              || (event == Event.CANCEL_REQUESTED && from == OrderStatus.PENDING_CANCEL)
              || (event == Event.PARTLY_FILLED && from == OrderStatus.PARTIALLY_FILLED);
      if (cell.length() == 3) {
        names.add(cell);
      } else if (cell.equals("=") && repeated) {
        names.add(SHORT.getOrDefault(from, ""));
      }
    }
    return names;
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(Arrays.asList(text.isEmpty() ? new String[0] : text.split(" ", -1)));
  }

  private static String minus(Set<String> all, Set<String> without) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(without);
    return String.join(" ", left);
  }

  private static void put(Map<OrderStatus, String> map, OrderStatus status, String words) {
    if (!words.isEmpty()) {
      map.put(status, words);
    }
  }

  /** {@code -Dpages=write} writes the page anew. */
  @Test
  void thePageOfTheDocumentationIsTheTable() throws IOException {
    String page = page();

    if ("write".equals(System.getProperty("pages"))) {
      Files.writeString(PAGE, page, StandardCharsets.UTF_8);
    }

    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Order status

            What each event makes of an order. Written by the build from the table that the trader uses
            (`OrderStatusMachine`); a test compares them. Empty: nothing happens, because reports repeat and overtake each
            other. `=`: the status stays, what the event says is taken. `back`: the status before the amend or cancel was
            asked for.

            Follows NautilusTrader's order status machine, except where money would be lost sight of:

            - A fill always counts, whatever was believed before: of an order that was denied, rejected or expired too. A late
              part of a cancelled or expired order counts and leaves it closed.
            - A pending cancel or amend is over when it is answered, not when an acceptance or a part passes it.
            - Reports may overtake the note that a command was sent, and a cancel may be asked for before the order has left;
              if it then never leaves, it counts as denied.
            - The gate is asked again when a held order is released, so a held order may be denied.
            - What was handed to the adapter may still be denied there: a filter that it applies itself, a limit without room.

            """);
    page.append("| from |");
    for (Event event : Event.values()) {
      page.append(' ').append(event.name().toLowerCase(java.util.Locale.ROOT)).append(" |");
    }
    page.append("\n|---|").append("---|".repeat(Event.values().length)).append('\n');
    for (OrderStatus from : OrderStatus.values()) {
      page.append("| ").append(from).append(" |");
      for (Event event : Event.values()) {
        page.append(' ').append(word(from, event)).append(" |");
      }
      page.append('\n');
    }
    return page.toString();
  }

  private static String word(OrderStatus from, Event event) {
    Move move = OrderStatusMachine.move(from, event);
    if (move == null) {
      return "";
    }
    if (move.to() == null) {
      return "back";
    }
    return move.to() == from ? "=" : move.to().name();
  }
}
