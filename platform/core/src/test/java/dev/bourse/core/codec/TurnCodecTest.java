package dev.bourse.core.codec;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.ServiceChanged.Service;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.VenueCause;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.trace.Explanation;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.market.Instruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event and every result that exists goes through the journal unchanged. */
class TurnCodecTest {
  private static final MarginTerms TERMS =
      new MarginTerms(
          MarginMode.ISOLATED, MarginModel.LEVERAGED, 5, new TreeMap<>(Map.of(BTCUSD.id(), 20)));
  private static final MarginTerms HEDGED =
      new MarginTerms(MarginMode.CROSS, MarginModel.STANDARD, 5, new TreeMap<>(), true);
  static final ClientOrderId ID = new ClientOrderId("t-s1-1-1");
  private static final OrderSpec SPEC =
      OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("0.5"), BTCUSD.price("99.50"));
  static final Order ORDER =
      new Order(
          ID,
          ACCOUNT,
          STRATEGY,
          SPEC,
          OrderStatus.INITIALIZED,
          true,
          "v1",
          BTCUSD.quantity("0.1"),
          Money.of("9.95", USD),
          true,
          BTCUSD.price("100.00"),
          5,
          6,
          "why");
  private static final Fill FILL =
      new Fill(
          "f1",
          ID,
          ACCOUNT,
          BTCUSD,
          Side.BUY,
          BTCUSD.price("99.50"),
          BTCUSD.quantity("0.1"),
          Money.of("-0.01", USD),
          Liquidity.MAKER,
          7,
          true);
  private static final Currency BNB = new Currency("BNB", 8);
  private static final Conversion CONVERSION =
      new Conversion(
          Money.of("0.1", BNB),
          Money.of("60", USD),
          List.of(
              new Conversion.Leg(InstrumentId.of("BNBBTC.TEST"), Price.of("0.006"), false, 5),
              new Conversion.Leg(InstrumentId.of("USDBTC.TEST"), Price.of("0.00001"), true, 6)));
  private static final Balance BALANCE = new Balance(Money.of("12.5", USD), Money.of("1", USD));
  private static final OrderReport.Made MADE =
      new OrderReport.Made(ACCOUNT, ID, SPEC, VenueCause.LIQUIDATION, "equity=1", 9);
  private static final OrderReport.Status STATUS =
      new OrderReport.Status(
          ACCOUNT,
          ID,
          null,
          OrderStatus.ACCEPTED,
          BTCUSD.quantity("0.1"),
          Money.of("9.95", USD),
          "",
          8);

  static final OrderChange CHANGE =
      new OrderChange(BTCUSD.quantity("0.3"), BTCUSD.price("98.00"), null);
  private static final OrderReport.Status STATUS_WITH_TERMS =
      new OrderReport.Status(
          ACCOUNT,
          ID,
          "v",
          OrderStatus.ACCEPTED,
          BTCUSD.quantity("0.1"),
          Money.of("9.95", USD),
          "",
          8,
          CHANGE);

  private static final BookLevels LEVELS = BookLevels.of(new long[] {100, 5, 99, 0}, 2);

  private static final VenueFilter FILTER =
      VenueFilter.of("MAX_NUM_ORDERS", Map.of("maxNumOrders", "200", "note", ""));

  private static final List<Event> EVENTS =
      List.of(
          new Trade(BTCUSD, 1, 2, 3, AggressorSide.SELLER, "77"),
          new Trade(BTCUSD, 1, 2, 3, AggressorSide.UNKNOWN, null),
          new Quote(BTCUSD, 1, 2, 3, 4, 5),
          new Bar(BTCUSD, BarInterval.of("1m"), 60, 2, 4, 1, 3, 9, false),
          new FullBook(BTCUSD, 1, 70, LEVELS, BookLevels.NONE),
          new BookDifference(BTCUSD, 1, 71, 75, BookLevels.NONE, LEVELS),
          new DataGap(BTCUSD, 1, 4, "queue overflow"),
          new MarkPrice(BTCUSD, 1, Price.of("100.12345678"), Price.of("100.5")),
          new MarkPrice(BTCUSD, 1, Price.of("100.12345678"), null),
          new FundingRate(BTCUSD, 1, -123_456),
          new InstrumentListed(BTCUSD, 9),
          new InstrumentListed(BTCUSD.filtered(List.of(FILTER)), 9),
          new ConnectionChanged(ACCOUNT, true, "hello", 3),
          new AccountEvent.Balances(ACCOUNT, List.of(BALANCE), 4),
          new AccountEvent.CashFlow(ACCOUNT, "c1", Money.of("5", USD), "deposit", 4),
          new AccountEvent.MassReport(
              ACCOUNT, List.of(STATUS), List.of(FILL), List.of(BALANCE), 3, 4),
          new AccountEvent.MassReport(
              ACCOUNT,
              List.of(STATUS_WITH_TERMS),
              List.of(FILL),
              List.of(BALANCE),
              3,
              4,
              List.of(MADE),
              List.of(new AccountEvent.CashFlow(ACCOUNT, "c2", FILL.fee(), "funding", 4))),
          MassSamples.flat(),
          MassSamples.remembering(),
          MassSamples.whole(STATUS, FILL, SPEC),
          MassSamples.dated(STATUS, SPEC),
          new AccountEvent.Rights(
              ACCOUNT, new AccountRights(true, Optional.of(true), Optional.of(false)), 4),
          new AccountEvent.Rights(
              ACCOUNT, new AccountRights(false, Optional.empty(), Optional.empty()), 4),
          MassSamples.compared(null),
          MassSamples.compared(List.of()),
          MassSamples.compared(MassSamples.remembering().history()),
          new AccountEvent.Terms(ACCOUNT, TERMS, 4),
          new AccountEvent.Terms(ACCOUNT, HEDGED, 4),
          MADE,
          new OrderReport.Accepted(ACCOUNT, ID, "v", 1),
          new OrderReport.Rejected(ACCOUNT, ID, "no", 1),
          new OrderReport.Rejected(ACCOUNT, ID, "TOO_MANY_ORDERS: code=-1015", true, 1),
          new OrderReport.Denied(ACCOUNT, ID, "LOT_SIZE: quantity=1", 1),
          new OrderReport.Denied(ACCOUNT, ID, "RATE_LIMIT: weight=6000", true, 1),
          new OrderReport.Filled(FILL),
          new OrderReport.Canceled(ACCOUNT, ID, "asked", 1),
          new OrderReport.Expired(ACCOUNT, ID, "day", 1),
          new OrderReport.CancelRejected(ACCOUNT, ID, "late", 1),
          new OrderReport.Triggered(ACCOUNT, ID, 1),
          new OrderReport.Updated(ACCOUNT, ID, "v2", CHANGE, 1),
          new OrderReport.UpdateRejected(ACCOUNT, ID, "no", 1),
          STATUS_WITH_TERMS,
          new AccountEvent.MassReport(
              ACCOUNT, List.of(STATUS, STATUS_WITH_TERMS), List.of(), List.of(), 3, 4),
          new OrderReport.AnswerLost(ACCOUNT, ID, "timeout", 1),
          STATUS,
          new OrderReport.NotFound(ACCOUNT, ID, 2, 3),
          new CommandEvent.Sent(ID),
          new CommandEvent.Dropped(ID, "VENUE_BUSY: x"),
          new CommandEvent.CancelDropped(ID, "VENUE_BUSY: x"),
          new CommandEvent.UpdateDropped(ID, "VENUE_BUSY: x"),
          new TimerEvent("s1/BTCUSD.TEST", "later", 5, true),
          new ControlEvent.Pause("op"),
          new ControlEvent.Resume("op"),
          new ControlEvent.Reduce("op"),
          new ControlEvent.Halt("why", "op"),
          new ControlEvent.Reset("op"),
          new ControlEvent.Flatten("op"),
          new ControlEvent.Emergency("op"),
          new ControlEvent.Reconcile(true, "op"),
          new ControlEvent.Query(ID, "op"),
          new ServiceChanged(ACCOUNT, Service.MARKET_DATA, false, "cut", 5),
          new ControlEvent.CancelAll("op"),
          new ControlEvent.CancelAll("op", STRATEGY, false),
          new ControlEvent.CancelAll("op", null, true),
          new ControlEvent.Cancel(ID, "op"),
          new ControlEvent.Submit(SPEC, "op"),
          new ControlEvent.CloseSignal("s1-BTCUSD.TEST-7", "op"),
          new ControlEvent.SubmitList(
              OrderList.bracket(SPEC, BTCUSD.price("90.00"), BTCUSD.price("80.00")), "op"),
          new ControlEvent.SubmitList(OrderList.oneCancelsOther(SPEC, SPEC), "op"),
          new LifecycleEvent.Started(3, "a=b\n"),
          new LifecycleEvent.Stopping("bye"),
          new LifecycleEvent.StrategyBound(
              STRATEGY, "emacross", "1.0", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "5 USD"),
          new LifecycleEvent.StrategyBound(
                  STRATEGY, "emacross", "1.0", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "")
              .warmedUp(
                  List.of(
                      new Bar(BTCUSD, BarInterval.of("1m"), 60, 1, 4, 1, 2, 9, false),
                      new Bar(BTCUSD, BarInterval.of("5v"), 61, 1, 4, 1, 2, 9, true)),
                  "told 2 bars"),
          new LifecycleEvent.StrategyBound(
                  STRATEGY, "grid", "1.0", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "")
              .with(OmsType.HEDGING),
          new LifecycleEvent.StrategyBound(
                  STRATEGY, "grid", "1.0", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", "")
              .warmedUp(
                  List.of(new Bar(BTCUSD, BarInterval.of("1m"), 60, 1, 4, 1, 2, 9, true)), "told")
              .with(OmsType.HEDGING)
              .joining(true),
          new LifecycleEvent.HistoryTold(
              STRATEGY,
              List.of(new Bar(BTCUSD, BarInterval.of("1m"), 60, 1, 4, 1, 2, 9, true)),
              List.of(new LifecycleEvent.HistoryTold.Asked(BTCUSD.id(), BarInterval.of("1m"), 61)),
              List.of(
                  new LifecycleEvent.HistoryTold.Stream(BTCUSD.id(), 62),
                  new LifecycleEvent.HistoryTold.Stream(BTCUSD.id(), Long.MAX_VALUE)),
              "told"),
          new LifecycleEvent.StrategyUnbound(STRATEGY, "replaced"),
          new LifecycleEvent.StrategyFailed(STRATEGY, "hangs"),
          new LifecycleEvent.RiskModuleChanged("limits", false, "gone"),
          new LifecycleEvent.StorageChanged(false, "disk full"),
          new LifecycleEvent.StorageLow(true, "12 market entries were dropped"),
          new LifecycleEvent.Overdue(
              ACCOUNT, LifecycleEvent.Overdue.Phase.PORTFOLIO, "its worth is not known"),
          new LifecycleEvent.EmergencyOrder(ID, ACCOUNT, STRATEGY, SPEC, 9),
          new LifecycleEvent.Recovered("10 turns"));

  private static final List<TurnResult> RESULTS =
      List.of(
          new TurnResult.OrderApproved(ORDER, "last=1", List.of("core: ok", "limits: ok")),
          new TurnResult.OrderDenied(ORDER, "last=1", List.of()),
          new TurnResult.OrderKept(ORDER),
          new TurnResult.PositionKept(Position.flat(ACCOUNT, STRATEGY, BTCUSD), Price.of("3.5")),
          new TurnResult.PositionKept(Position.flat(ACCOUNT, STRATEGY, BTCUSD), null),
          new TurnResult.Purged(7, 5),
          new TurnResult.CancelRequested(ID, "halted"),
          new TurnResult.AmendRequested(
              ID, CHANGE, Explanation.of("last=1", List.of("core: entry"))),
          new TurnResult.AmendDenied(ID, OrderChange.triggerPrice(Price.of("3.5")), "NO_PRICE: x"),
          new TurnResult.OrderReleased(
              ID, BTCUSD.price("95.00"), Explanation.of("last=1", List.of("core: entry"))),
          new TurnResult.OrderReleased(ID, null, Explanation.of("", List.of())),
          new TurnResult.HeldOrderEnded(ID, OrderStatus.EXPIRED, "over"),
          new TurnResult.LegActivated(
              ID,
              BTCUSD.quantity("0.5"),
              BTCUSD.quantity("0.1"),
              true,
              Explanation.of("last=1", List.of("core: reduces"))),
          new TurnResult.HeldOrderChanged(ID, CHANGE, Explanation.of("", List.of())),
          new TurnResult.LegReduced(ID, BTCUSD.quantity("0.5"), BTCUSD.quantity("0.1")),
          new TurnResult.ReplaceRequested(ID, "REPLACED: quantity=1"),
          new TurnResult.ListsSettled(),
          new TurnResult.QueryRequested(ID),
          new TurnResult.TimerSet("o", "n", 4),
          new TurnResult.TimerCanceled("o", "n"),
          new TurnResult.StatusChanged(TraderStatus.PAUSED, "why"),
          new TurnResult.StrategyFaulted(STRATEGY, "boom"),
          new TurnResult.Noted(Alert.Level.CRITICAL, "look"),
          new TurnResult.FeeConverted(
              ACCOUNT, STRATEGY, BTCUSD.id(), ID, "f1", Money.of("0.1", BNB), CONVERSION),
          new TurnResult.FeeConverted(
              ACCOUNT, STRATEGY, BTCUSD.id(), ID, "f2", Money.of("0.1", BNB), null),
          new TurnResult.MarkSet(ACCOUNT, "day Europe/Berlin", Money.of("9.5", USD), 3, 4),
          new TurnResult.ProtectionChanged(
              ACCOUNT,
              Fixture.STRATEGY,
              BTCUSD.id(),
              PositionId.of("long"),
              TurnResult.Protection.CLOSING,
              7,
              BTCUSD.quantity("0.5"),
              "no stop"),
          new TurnResult.BreakerTripped("guard.drawdown", ACCOUNT, "peak", true, "so much"),
          new TurnResult.SignalMoved(
              STRATEGY,
              BTCUSD.id(),
              "s1-BTCUSD.TEST-7",
              SignalState.CLOSED,
              SignalReason.STOP_LOSS,
              "profit=-1 USD"));

  private final TurnCodec codec = new TurnCodec(listed());

  static Instruments listed() {
    Instruments instruments = new Instruments();
    instruments.list(BTCUSD);
    return instruments;
  }

  private Turn roundTrip(Event event, List<TurnResult> results) {
    return codec.decode(codec.encode(7, 8, event, results));
  }

  @Test
  void everyEventComesBackEqual() {
    for (Event event : EVENTS) {
      assertThat(roundTrip(event, List.of())).isEqualTo(new Turn(7, 8, event, List.of()));
    }
  }

  @Test
  void whatCannotBeWrittenYetIsNamedAndNothingElse() {
    Instruments none = new Instruments();
    TurnCodec empty = new TurnCodec(none);

    for (Event event : EVENTS) {
      boolean named = !none.unlisted(event).isEmpty();
      boolean written = isWritten(empty, event);

      assertThat(named).as(event.toString()).isEqualTo(!written);
    }
  }

  private static boolean isWritten(TurnCodec empty, Event event) {
    try {
      empty.encode(7, 8, event, List.of());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void everyResultComesBackEqual() {
    Turn turn = roundTrip(EVENTS.get(0), RESULTS);

    assertThat(turn.results()).isEqualTo(RESULTS);
  }

  @Test
  void aSavedStateComesBackByteForByte() {
    TurnResult.StateSaved saved =
        new TurnResult.StateSaved(STRATEGY, BTCUSD.id(), "fast", 2, new byte[] {1, 2, 3});

    Turn turn = roundTrip(EVENTS.get(0), List.of(saved));

    assertThat(turn.results()).usingRecursiveComparison().isEqualTo(List.of(saved));
  }

  @Test
  void theListsAboveNameEveryKindThereIs() {
    Set<String> tested = new TreeSet<>(List.of("StateSaved"));
    EVENTS.forEach(event -> tested.add(event.getClass().getSimpleName()));
    RESULTS.forEach(result -> tested.add(result.getClass().getSimpleName()));

    List<String> existing = new ArrayList<>();
    collect(Event.class, existing);
    collect(TurnResult.class, existing);

    assertThat(tested).containsExactlyInAnyOrderElementsOf(existing);
  }

  private static void collect(Class<?> type, List<String> names) {
    if (type.isSealed()) {
      Stream.of(type.getPermittedSubclasses()).forEach(each -> collect(each, names));
    } else {
      names.add(type.getSimpleName());
    }
  }

  @Test
  void marketDataWithoutConsequenceIsTheFirstToGoAndExitsAreTheLast() {
    EntryKind tick = codec.encode(1, 1, EVENTS.get(0), List.of()).kind();
    EntryKind entry = codec.encode(1, 1, EVENTS.get(0), RESULTS).kind();
    EntryKind report = codec.encode(1, 1, new OrderReport.Filled(FILL), List.of()).kind();

    assertThat(List.of(tick, entry, report))
        .containsExactly(EntryKind.MARKET, EntryKind.TRADE, EntryKind.RESERVE);
  }

  @Test
  void refusesALayoutThatItDoesNotKnow() {
    JournalEntry future = new JournalEntry(3, 4, EntryKind.TRADE, 99, List.of(), new byte[0]);

    assertThatThrownBy(() -> codec.decode(future))
        .hasMessage(
            "entry 3 has layout 99, this version reads 1 to 2: it was written by another version");
  }
}
