package dev.bourse.control.shell.trace;

import static dev.bourse.control.shell.Demo.ACCOUNT;
import static dev.bourse.control.shell.Demo.BTCUSD;
import static dev.bourse.control.shell.Demo.EMA;
import static dev.bourse.control.shell.Demo.time;
import static dev.bourse.control.shell.Demo.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
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
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.VenueCause;
import dev.bourse.api.trace.Explanation;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.control.shell.Demo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A new event or result without words of its own makes these tests fail. */
@Tag("P12")
class WordsTest {
  private static final ClientOrderId ID = new ClientOrderId("demo-ema-3-1");

  @Test
  void marketDataAndInstrumentsHaveWords() {
    Map<Event, String> words = new LinkedHashMap<>();
    words.put(
        Demo.bar("10:05:00", "805.10"),
        "bar BTCUSD.BITSTAMP 1m closed at 805.10 (open 804.60, high 805.30, low 804.50,"
            + " volume 1.5)");
    words.put(
        new Quote(BTCUSD, 1, 80500, 50_000_000, 80510, 120_000_000),
        "quote BTCUSD.BITSTAMP 805.00 x 0.5 / 805.10 x 1.2");
    words.put(
        new Trade(BTCUSD, 1, 80510, 50_000_000, AggressorSide.BUYER, "t1"),
        "trade BTCUSD.BITSTAMP 0.5 at 805.10, buyer");
    BookLevels two = BookLevels.of(new long[] {80500, 1, 80490, 2}, 2);
    words.put(
        new FullBook(BTCUSD, 1, 77, two, BookLevels.NONE),
        "book BTCUSD.BITSTAMP 2 bids, 0 offers, update 77");
    words.put(
        new BookDifference(BTCUSD, 1, 78, 80, BookLevels.of(new long[] {80500, 0}, 1), two),
        "book difference BTCUSD.BITSTAMP 1 bid, 2 offers, update 80");
    words.put(
        new DataGap(BTCUSD, time("10:05:00"), 3, "the stream was cut"),
        "gap BTCUSD.BITSTAMP until 2013-11-25T10:05:00Z, 3 events lost: the stream was cut");
    words.put(
        new MarkPrice(BTCUSD, 1, Price.of("805.12345"), Price.of("805")),
        "mark price BTCUSD.BITSTAMP 805.12345, index 805");
    words.put(new FundingRate(BTCUSD, 1, 1_000_000), "funding rate BTCUSD.BITSTAMP 0.0001000000");
    words.put(
        new InstrumentListed(BTCUSD, 1),
        "instrument BTCUSD.BITSTAMP version 1: tick 0.01, step 0.00000001, trading");

    assertWords(words);
    assertThat(kinds(words)).containsAll(leaves(dev.bourse.api.event.MarketEvent.class));
  }

  @Test
  void reportsOfVenuesHaveWords() {
    Map<Event, String> words = new LinkedHashMap<>();
    words.put(
        new OrderReport.Accepted(ACCOUNT, ID, "V1", 1), "accepted demo-ema-3-1 (venue's id V1)");
    words.put(new OrderReport.Rejected(ACCOUNT, ID, "-2010", 1), "rejected demo-ema-3-1: -2010");
    words.put(
        new OrderReport.Denied(ACCOUNT, ID, "LOT_SIZE: max=1", 1),
        "denied before it left demo-ema-3-1: LOT_SIZE: max=1");
    words.put(
        new OrderReport.Filled(Demo.fill("f1", ID.value(), Side.BUY, "805.12")),
        "filled demo-ema-3-1: 0.01 at 805.12, fee 0.0201 USD, taker (f1)");
    words.put(new OrderReport.Canceled(ACCOUNT, ID, "by us", 1), "canceled demo-ema-3-1: by us");
    words.put(new OrderReport.Expired(ACCOUNT, ID, "IOC", 1), "expired demo-ema-3-1: IOC");
    words.put(
        new OrderReport.CancelRejected(ACCOUNT, ID, "filled already", 1),
        "cancel rejected demo-ema-3-1: filled already");
    words.put(new OrderReport.Triggered(ACCOUNT, ID, 1), "triggered demo-ema-3-1");
    words.put(
        new OrderReport.Updated(ACCOUNT, ID, "V2", OrderChange.price(BTCUSD.price("800.00")), 1),
        "updated demo-ema-3-1: price=800.00");
    words.put(
        new OrderReport.UpdateRejected(ACCOUNT, ID, "too late", 1),
        "change rejected demo-ema-3-1: too late");
    words.put(
        new OrderReport.AnswerLost(ACCOUNT, ID, "no answer within 5 s", 1),
        "answer lost demo-ema-3-1: no answer within 5 s");
    words.put(
        new OrderReport.Status(
            ACCOUNT, ID, "V1", OrderStatus.ACCEPTED, Quantity.of("0.004"), usd("3.2"), "", 1),
        "status demo-ema-3-1: ACCEPTED, filled 0.004");
    words.put(new OrderReport.NotFound(ACCOUNT, ID, 1, 2), "not found demo-ema-3-1");
    words.put(
        new OrderReport.Made(
            ACCOUNT, ID, Demo.limitSell(), VenueCause.LIQUIDATION, "equity=1 USD", 1),
        "made demo-ema-3-1 by the venue itself, liquidation: equity=1 USD");

    assertWords(words);
    assertThat(kinds(words)).containsAll(leaves(OrderReport.class));
  }

  @Test
  void accountsAndConnectionsHaveWords() {
    Balance balance = new Balance(usd("9991.9"), usd("0"));
    Map<Event, String> words = new LinkedHashMap<>();
    words.put(
        new AccountEvent.Balances(ACCOUNT, List.of(balance), 1), "balances of sim: 9991.90 USD");
    words.put(
        new AccountEvent.CashFlow(ACCOUNT, "c1", usd("100"), "deposit", 1),
        "deposit of 100.00 USD on sim");
    words.put(
        new AccountEvent.Rights(
            ACCOUNT, new AccountRights(true, Optional.of(true), Optional.of(true)), 1),
        "the key of sim reads and trades, MAY WITHDRAW MONEY, only from named addresses");
    words.put(
        new AccountEvent.BalancesCompared(ACCOUNT, List.of(), "", null, 1),
        "balances of sim compared: they agree");
    words.put(
        new AccountEvent.BalancesCompared(ACCOUNT, List.of(), "They differ.", null, 1),
        "balances of sim compared: They differ.");
    words.put(
        new AccountEvent.BalancesCompared(ACCOUNT, List.of(usd("-5")), "", null, 1),
        "balances of sim compared: 5.00 USD less than our executions explain");
    words.put(
        new AccountEvent.Terms(
            ACCOUNT,
            new MarginTerms(MarginMode.CROSS, MarginModel.LEVERAGED, 10, new TreeMap<>()),
            1),
        "margin terms of sim: cross, leverage 10");
    words.put(
        new AccountEvent.MassReport(ACCOUNT, List.of(), List.of(), List.of(balance), 1, 2),
        "report of account sim: 0 open orders, 0 fills, 9991.90 USD");
    words.put(
        new ServiceChanged(ACCOUNT, ServiceChanged.Service.REQUESTS, false, "timeout", 1),
        "account sim: answers to requests stopped: timeout");
    words.put(
        new ConnectionChanged(ACCOUNT, false, "The line is down.", 1),
        "account sim disconnected: The line is down.");
    words.put(
        new TimerEvent("engine", "bars", time("10:05:00"), false),
        "bars that end at 2013-11-25T10:05:00Z are finished");
    words.put(
        new TimerEvent("ema", "close", time("10:05:00"), true),
        "timer ema/close due 2013-11-25T10:05:00Z, late");

    assertWords(words);
    assertThat(kinds(words)).containsAll(leaves(AccountEvent.class));
  }

  @Test
  void requestsAndCommandsHaveWords() {
    Map<Event, String> words = new LinkedHashMap<>();
    words.put(new ControlEvent.Pause("shell:karaf"), "pause by shell:karaf");
    words.put(new ControlEvent.Resume("shell:karaf"), "resume by shell:karaf");
    words.put(new ControlEvent.Reduce("engine"), "reduce by engine");
    words.put(new ControlEvent.Halt("news", "shell:karaf"), "halt by shell:karaf: news");
    words.put(new ControlEvent.Reset("shell:karaf"), "reset by shell:karaf");
    words.put(new ControlEvent.Flatten("shell:karaf"), "flatten by shell:karaf");
    words.put(new ControlEvent.Emergency("shell:karaf"), "emergency by shell:karaf");
    words.put(new ControlEvent.CancelAll("shell:karaf"), "cancel all orders by shell:karaf");
    words.put(
        new ControlEvent.CancelAll("shell:karaf", StrategyId.MANUAL, true),
        "cancel all entries of manual by shell:karaf");
    words.put(new ControlEvent.Cancel(ID, "shell:karaf"), "cancel demo-ema-3-1 by shell:karaf");
    words.put(
        new ControlEvent.Submit(Demo.limitSell(), "shell:karaf"),
        "submit SELL 0.01 BTCUSD.BITSTAMP LIMIT 905.00 GTC post-only by shell:karaf");
    words.put(
        new ControlEvent.SubmitList(
            OrderList.oneCancelsOther(Demo.limitSell(), Demo.limitSell()), "shell:karaf"),
        "submit SELL 0.01 BTCUSD.BITSTAMP LIMIT 905.00 GTC post-only or SELL 0.01 BTCUSD.BITSTAMP"
            + " LIMIT 905.00 GTC post-only by shell:karaf");
    words.put(
        new ControlEvent.CloseSignal("turtle-BTCUSD.BITSTAMP-7", "shell:karaf"),
        "close signal turtle-BTCUSD.BITSTAMP-7 by shell:karaf");
    words.put(new ControlEvent.Reconcile(false, "shell:karaf"), "reconcile by shell:karaf");
    words.put(
        new ControlEvent.Reconcile(true, "shell:karaf"),
        "reconcile by shell:karaf, taking the venue's word");
    words.put(new ControlEvent.Query(ID, "engine"), "ask the venue for demo-ema-3-1 by engine");
    words.put(new CommandEvent.Sent(ID), "sent demo-ema-3-1");
    words.put(
        new CommandEvent.Dropped(ID, "COMMAND_TOO_OLD: age=6s max=5s"),
        "dropped demo-ema-3-1, it never left: COMMAND_TOO_OLD: age=6s max=5s");
    words.put(
        new CommandEvent.CancelDropped(ID, "VENUE_BUSY: queue=64"),
        "cancel of demo-ema-3-1 never left: VENUE_BUSY: queue=64");
    words.put(
        new CommandEvent.UpdateDropped(ID, "VENUE_BUSY: queue=64"),
        "change of demo-ema-3-1 never left: VENUE_BUSY: queue=64");

    assertWords(words);
    assertThat(kinds(words)).containsAll(leaves(ControlEvent.class));
    assertThat(kinds(words)).containsAll(leaves(CommandEvent.class));
  }

  @Test
  void theLifeOfATraderHasWords() {
    Map<Event, String> words = new LinkedHashMap<>();
    words.put(new LifecycleEvent.Started(3, "mode=replay"), "started, epoch 3");
    words.put(new LifecycleEvent.Stopping("shutdown"), "stopping: shutdown");
    words.put(
        new LifecycleEvent.StrategyBound(
            EMA, "emacross", "0.1.0", "h", ACCOUNT, List.of(BTCUSD.id()), "1m", ""),
        "strategy ema is there: emacross 0.1.0");
    words.put(
        new LifecycleEvent.HistoryTold(
            EMA, List.of(), List.of(), List.of(), "ema never got its bars"),
        "strategy ema hears of 0 bars from its venue; ema never got its bars");
    words.put(new LifecycleEvent.StrategyUnbound(EMA, "replaced"), "strategy ema left: replaced");
    words.put(new LifecycleEvent.StrategyFailed(EMA, "threw"), "strategy ema failed: threw");
    words.put(
        new LifecycleEvent.RiskModuleChanged("limits", false, "stopped"),
        "risk module limits left: stopped");
    words.put(
        new LifecycleEvent.StorageChanged(false, "disk full"), "storage in trouble: disk full");
    words.put(new LifecycleEvent.StorageLow(true, "5 are gone"), "storage runs out: 5 are gone");
    words.put(
        new LifecycleEvent.Overdue(
            ACCOUNT, LifecycleEvent.Overdue.Phase.CONNECTION, "no connection for 30 s"),
        "account " + ACCOUNT + " takes long: no connection for 30 s");
    words.put(
        new LifecycleEvent.EmergencyOrder(ID, ACCOUNT, EMA, Demo.limitSell(), 1),
        "found demo-ema-3-1 of an emergency: SELL 0.01 BTCUSD.BITSTAMP LIMIT 905.00 GTC post-only");
    words.put(new LifecycleEvent.Recovered("4712 turns"), "recovered: 4712 turns");

    assertWords(words);
    assertThat(kinds(words)).containsAll(leaves(LifecycleEvent.class));
  }

  @Test
  void everyResultHasWords() {
    Map<TurnResult, String> words = new LinkedHashMap<>();
    words.put(
        new TurnResult.OrderApproved(
            Demo.order(ID.value(), OrderStatus.INITIALIZED, "0", ""), "", List.of()),
        "approved demo-ema-3-1: BUY 0.01 BTCUSD.BITSTAMP MARKET");
    words.put(
        new TurnResult.OrderDenied(
            Demo.order(ID.value(), OrderStatus.DENIED, "0", "NO_PRICE: last=none"), "", List.of()),
        "denied demo-ema-3-1: BUY 0.01 BTCUSD.BITSTAMP MARKET, NO_PRICE: last=none");
    words.put(new TurnResult.CancelRequested(ID, "stop"), "cancel of demo-ema-3-1: stop");
    words.put(
        new TurnResult.AmendRequested(
            ID, OrderChange.price(BTCUSD.price("800.00")), Explanation.of("", List.of())),
        "change of demo-ema-3-1 to price=800.00");
    words.put(
        new TurnResult.AmendDenied(ID, OrderChange.price(BTCUSD.price("800.00")), "NO_PRICE: x=1"),
        "change of demo-ema-3-1 to price=800.00 denied, NO_PRICE: x=1");
    words.put(
        new TurnResult.OrderReleased(ID, null, Explanation.of("", List.of())),
        "trigger of demo-ema-3-1 passed, it leaves at the market");
    words.put(
        new TurnResult.HeldOrderEnded(ID, OrderStatus.EXPIRED, "expired at its time"),
        "held order demo-ema-3-1 is EXPIRED: expired at its time");
    words.put(
        new TurnResult.LegActivated(
            ID, Quantity.of("0.4"), Quantity.of("0"), true, Explanation.of("", List.of())),
        "parent of demo-ema-3-1 filled, 0.4 of it wait here for the trigger");
    words.put(
        new TurnResult.HeldOrderChanged(
            ID, OrderChange.price(BTCUSD.price("800.00")), Explanation.of("", List.of())),
        "held order demo-ema-3-1 changed to price=800.00");
    words.put(
        new TurnResult.LegReduced(ID, Quantity.of("0.6"), Quantity.of("0.4")),
        "order demo-ema-3-1 now for 0.6: its sibling filled 0.4");
    words.put(
        new TurnResult.ReplaceRequested(ID, "REPLACED: quantity=0.6"),
        "cancel of demo-ema-3-1, to be replaced: REPLACED: quantity=0.6");
    words.put(new TurnResult.ListsSettled(), "lists settled");
    words.put(new TurnResult.QueryRequested(ID), "query of demo-ema-3-1");
    words.put(
        new TurnResult.TimerSet("ema", "close", time("10:05:00")),
        "timer ema/close set to 2013-11-25T10:05:00Z");
    words.put(new TurnResult.TimerCanceled("ema", "close"), "timer ema/close taken back");
    words.put(
        new TurnResult.StatusChanged(TraderStatus.PAUSED, "By shell:karaf."),
        "status PAUSED: By shell:karaf.");
    words.put(
        new TurnResult.StateSaved(EMA, BTCUSD.id(), "fast", 1, new byte[28]),
        "state fast of ema saved, 28 bytes");
    words.put(
        new TurnResult.Purged(86_400_000_000_000L, 0),
        "let go from memory: orders that closed before 1970-01-02T00:00:00Z, flows from before"
            + " 1970-01-01T00:00:00Z");
    words.put(
        new TurnResult.OrderKept(Demo.order(ID.value(), OrderStatus.ACCEPTED, "0", "")),
        "kept of demo-ema-3-1: ACCEPTED, filled 0 of 0.01 BTC");
    words.put(
        new TurnResult.PositionKept(
            Demo.position(PositionSide.LONG, "0.01", "8.05", "0"), BTCUSD.price("806.00")),
        "kept of ema in BTCUSD.BITSTAMP: long 0.01, price 806.00");
    words.put(new TurnResult.StrategyFaulted(EMA, "threw"), "strategy ema failed: threw");
    words.put(new TurnResult.Noted(Alert.Level.WARNING, "Books differ."), "warning: Books differ.");
    words.put(
        new TurnResult.FeeConverted(
            ACCOUNT, EMA, BTCUSD.id(), ID, "f1", Money.of("0.5", new Currency("BNB", 1)), null),
        "fee of fill f1: 0.5 BNB, which no known price converts");
    words.put(
        new TurnResult.MarkSet(ACCOUNT, "peak", usd("10000"), 1, Long.MAX_VALUE),
        "losses of sim are measured from 10000.00 USD (peak)");
    words.put(
        new TurnResult.ProtectionChanged(
            ACCOUNT,
            EMA,
            BTCUSD.id(),
            PositionId.NETTED,
            TurnResult.Protection.EXPOSED,
            1,
            Quantity.of("0"),
            "stop demo-ema-3-1 is SUBMITTED"),
        "position of ema in BTCUSD.BITSTAMP exposed: stop demo-ema-3-1 is SUBMITTED");
    words.put(
        new TurnResult.BreakerTripped("guard.drawdown", ACCOUNT, "peak", true, "it tripped"),
        "it tripped");
    words.put(
        new TurnResult.SignalMoved(
            EMA,
            BTCUSD.id(),
            "ema-BTCUSD.BITSTAMP-7",
            SignalState.CLOSING,
            SignalReason.STOP_LOSS,
            "low=789.00 stop_loss=790.00"),
        "signal ema-BTCUSD.BITSTAMP-7 CLOSING, STOP_LOSS: low=789.00 stop_loss=790.00");

    words.forEach((result, text) -> assertThat(ResultText.of(result)).isEqualTo(text));
    assertThat(words.keySet().stream().<Class<?>>map(Object::getClass).toList())
        .containsExactlyInAnyOrderElementsOf(leaves(TurnResult.class));
  }

  private static void assertWords(Map<Event, String> words) {
    words.forEach((event, text) -> assertThat(EventText.of(event)).isEqualTo(text));
  }

  private static Set<Class<?>> kinds(Map<Event, String> words) {
    return words.keySet().stream().<Class<?>>map(Object::getClass).collect(Collectors.toSet());
  }

  private static Set<Class<?>> leaves(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .flatMap(each -> each.isSealed() ? leaves(each).stream() : Stream.of(each))
        .collect(Collectors.toSet());
  }
}
