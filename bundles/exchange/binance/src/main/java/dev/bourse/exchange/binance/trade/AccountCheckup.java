package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.exchange.AccountFinding.Result;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.SignedRest;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rules.RuleBook;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at an account over a connection of its own, which ends with it. Blocks. */
public final class AccountCheckup implements SessionOwner {
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Checkup checkup;
  private final List<InstrumentId> instruments;
  private final CompletableFuture<List<AccountFinding>> found = new CompletableFuture<>();

  private AccountCheckup(Checkup checkup, List<InstrumentId> instruments) {
    this.checkup = checkup;
    this.instruments = instruments;
  }

  /** What there is to say about the account. */
  public static List<AccountFinding> of(
      TradeSettings settings,
      Credentials credentials,
      Limits limits,
      RuleBook rules,
      HttpRest rest,
      Sockets sockets,
      Worker worker,
      List<InstrumentId> instruments) {
    KeyRights rights = new KeyRights(settings, new SignedRest(rest, credentials, limits));
    AccountCheckup look = new AccountCheckup(new Checkup(credentials, rules, rights), instruments);
    Session session = new Session(settings, credentials, limits, sockets, worker, look);
    session.start();
    try {
      return look.found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return bad("the venue did not answer within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return bad("interrupted");
    } catch (ExecutionException e) {
      return bad(String.valueOf(e.getCause()));
    } finally {
      session.close();
    }
  }

  private static List<AccountFinding> bad(String why) {
    return List.of(new AccountFinding("connection", Result.BAD, why));
  }

  @Override
  public String greeted(Session.Asker asker) throws RestException {
    found.complete(checkup.of(asker, instruments));
    return "checked";
  }

  @Override
  public void up(String detail) {}

  @Override
  public void down(String reason) {
    found.complete(bad(reason));
  }

  @Override
  public void event(JsonNode event) {}
}
