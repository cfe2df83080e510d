package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.SignedRest;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rules.RuleBook;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An account with a key: takes commands and tells what becomes of them. Any thread. */
public final class BinanceAccount implements ExecutionClient, SessionOwner, AutoCloseable {
  private final Parts parts;
  private final HttpRest rest;
  private final Reporter reporter;
  private final Session session;
  private final AccountBook book;
  private final KeyRights rights;
  private final Throttle throttle;
  private final Questions questions;
  private final Commands commands;
  private final ListCommands lists;
  private final Changes changes;
  private final AccountEvents events;
  private @Nullable String told;

  /**
   * What an account is made of.
   *
   * @param account its name
   * @param settings how it is traded
   * @param credentials its key
   * @param limits what the venue allows
   * @param rules of symbols
   * @param prices of the market
   * @param followed the symbols that are followed
   */
  public record Parts(
      AccountId account,
      TradeSettings settings,
      Credentials credentials,
      Limits limits,
      RuleBook rules,
      Prices prices,
      Supplier<Collection<String>> followed) {}

  /**
   * An account that is not connected yet.
   *
   * @param sink where its reports go
   * @param rest the way to ask with a key over REST
   * @param lines keeps the connection
   * @param asking asks questions
   */
  public BinanceAccount(
      Parts parts, EventSink sink, HttpRest rest, Sockets sockets, Worker lines, Worker asking) {
    Credentials credentials = parts.credentials();
    TradeSettings settings = parts.settings();
    Generations generations = new Generations();
    OrderReader reader = new OrderReader(parts.account(), new Currencies());
    this.parts = parts;
    this.rest = rest;
    this.reporter = new Reporter(parts.account(), sink, credentials.clock());
    this.book = new AccountBook(parts.prices());
    this.session = new Session(settings, credentials, parts.limits(), sockets, lines, this);
    SignedRest signed = new SignedRest(rest, credentials, parts.limits());
    this.rights = new KeyRights(settings, signed);
    Inquiry inquiry = new Inquiry(session, signed, credentials, parts.limits());
    Lateness lateness = new Lateness();
    this.throttle =
        new Throttle(parts.limits(), settings.entryWait(), lines, lateness, session::isUp);
    this.questions = questions(parts, inquiry, asking, reader, generations, lateness);
    this.commands =
        new Commands(
            settings,
            session,
            reporter,
            parts.rules(),
            book,
            parts.prices(),
            throttle,
            generations,
            reader,
            questions);
    this.lists = new ListCommands(settings, session, reporter, throttle, book, commands);
    this.changes = new Changes(settings, session, reporter, generations, commands);
    this.events = new AccountEvents(reporter, parts.rules(), book, generations, reader, questions);
  }

  private Questions questions(
      Parts of,
      Inquiry inquiry,
      Worker asking,
      OrderReader reader,
      Generations generations,
      Lateness lateness) {
    Standing standing = new Standing(inquiry, reporter, reader, generations, lateness);
    Report report =
        new Report(inquiry, reporter, reader, of.rules(), book, generations, of.followed());
    return new Questions(asking, inquiry, reporter, standing, report);
  }

  /** Begins to connect. */
  public void start() {
    parts.rules().onLimits(parts.limits()::heard);
    parts.rules().onSymbol(questions::met);
    parts.rules().onReading(questions::reference);
    rest.onUsedWeight(parts.limits()::usedWeight);
    session.start();
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    if (command instanceof ExchangeCommand.Submit submit) {
      return commands.submit(submit.order());
    } else if (command instanceof ExchangeCommand.SubmitPair pair) {
      return lists.submit(pair);
    } else if (command instanceof ExchangeCommand.SubmitBracket bracket) {
      return lists.submit(bracket);
    } else if (command instanceof ExchangeCommand.Cancel cancel) {
      return commands.cancel(cancel.order());
    } else if (command instanceof ExchangeCommand.Amend amend) {
      return changes.amend(amend.order(), amend.change());
    }
    return throttle.holds(command.orderId()) || questions.query(command.order());
  }

  @Override
  public void requestReport(long since) {
    questions.report(since);
  }

  @Override
  public void requestReportWithFlows(long since) {
    questions.reportWithFlows(since);
  }

  @Override
  public String greeted(Session.Asker asker) throws RestException {
    JsonNode account = asker.ask(Asked.ACCOUNT.method(), new Params());
    String detail = rights.check(asker, account);
    reporter.rights(rights.found());
    book.balances(account.path("balances"), "asset", "free", "locked");
    book.orders(asker.ask(Asked.OPEN_ORDERS.method(), new Params()));
    return detail;
  }

  @Override
  public synchronized void up(String detail) {
    told = null;
    reporter.connection(true, detail);
  }

  /** The same reason again and again is told once. */
  @Override
  public void down(String reason) {
    throttle.lost();
    tellDown(reason);
  }

  private synchronized void tellDown(String reason) {
    if (!reason.equals(told)) {
      told = reason;
      reporter.connection(false, "No orders can be sent to Binance: " + reason);
    }
  }

  @Override
  public void event(JsonNode event) {
    events.event(event);
  }

  @Override
  public void close() {
    session.close();
    questions.close();
    rest.close();
  }
}
