package dev.bourse.engine.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The keys of {@code dev.bourse.trader-<name>.cfg}. */
@ObjectClassDefinition(
    name = "Trader",
    description = "One trader: mode, accounts, risk modules, store. PID dev.bourse.trader-<name>")
public @interface TraderConfig {
  /** The PID. */
  String PID = "dev.bourse.trader";

  @AttributeDefinition(
      description =
          "replay: recorded data, simulated exchange; paper: live data, simulated exchange; live: a"
              + " venue's data and orders",
      options = {@Option("paper"), @Option("replay"), @Option("live")})
  String mode() default "paper";

  @AttributeDefinition(
      description = "accounts of this trader, names separated by commas; an account has one trader")
  String accounts();

  @AttributeDefinition(
      description =
          "risk modules that must be there, names separated by commas in the order in which they"
              + " are asked; none must be written out")
  String risk();

  @AttributeDefinition(description = "persistence backend that keeps journal, snapshots and trace")
  String persistence() default "mapdb";

  @AttributeDefinition(
      description =
          "replay: the data set; paper: the exchange type that brings live data; live: empty")
  String data() default "";

  @AttributeDefinition(description = "replay: how much faster than real time, such as 60, or max")
  String speed() default "60";

  @AttributeDefinition(
      description =
          "replay: how often the data is replayed, each lap later by the data's span; 0 for ever",
      min = "0")
  int laps() default 0;

  @AttributeDefinition(
      description =
          "how long a turn without orders, fills or signals may stay unforced, such as 50ms")
  String flush_interval() default "50ms";

  @AttributeDefinition(
      description =
          "how old an order may be when it leaves; older ones are denied as too old, but what"
              + " only reduces a position always leaves")
  String command_max$_$age() default "5s";

  @AttributeDefinition(
      description = "how many commands may wait for the disk before entries are denied",
      min = "1",
      max = "100000")
  int journal_backlog() default 1_000;

  @AttributeDefinition(
      description =
          "live, when the journal fails: alert leaves positions to the protection at the venue;"
              + " flatten cancels and closes, written to emergency.log instead",
      options = {@Option("alert"), @Option("flatten")})
  String journal_failed() default "alert";

  @AttributeDefinition(description = "a plug-in call that takes longer is warned about")
  String strategy_warn() default "50ms";

  @AttributeDefinition(
      description = "a plug-in call that takes longer faults the trader: it goes on without it")
  String strategy_deadline() default "5s";

  @AttributeDefinition(
      description = "what an orderly stop does with entry orders at the venue",
      options = {@Option("cancel"), @Option("keep")})
  String on_stop() default "cancel";

  @AttributeDefinition(
      description =
          "how many entries may be sent in a time, like 100/1s; 10/1s+5 lets 5 more pass in a burst"
              + " and holds the average over ten times that time; none for no limit; what reduces"
              + " is never held back")
  String order_rate() default "100/1s";

  @AttributeDefinition(
      description =
          "how many changes of entries may be sent in a time, like 100/1s or 10/1s+5, or none")
  String amend_rate() default "100/1s";

  @AttributeDefinition(
      description =
          "where stops and other conditional orders wait that a venue cannot hold: venue refuses"
              + " them; local holds them here, where they do nothing while this process is down",
      options = {@Option("venue"), @Option("local")})
  String protection() default "venue";

  @AttributeDefinition(
      description =
          "where the exits of a limit entry wait for it to fill: trader sends them for each part"
              + " that it fills; venue sends them with it to a venue that keeps them until it has"
              + " filled whole, also while this process is down, and ends the entry when a part"
              + " stays a part",
      options = {@Option("trader"), @Option("venue")})
  String bracket() default "trader";

  @AttributeDefinition(
      description =
          "how long after a doubt began an order that the venue does not know is proven absent;"
              + " above the time in which the venue still takes a request")
  String venue_settle() default "20s";

  @AttributeDefinition(description = "how often the state is saved, so that a restart is quick")
  String snapshot_every() default "5m";

  @AttributeDefinition(
      description = "after how many turns the state is saved at the latest",
      min = "1000")
  int snapshot_turns() default 250_000;

  @AttributeDefinition(
      description =
          "whether every change of an order or position is written down as it stands after it, for"
              + " order:history and position:history")
  boolean history_changes() default false;

  @AttributeDefinition(
      description =
          "how often live orders and open positions are written down with their price, 1s to 1d, or"
              + " off")
  String history_interval() default "off";

  @AttributeDefinition(
      description =
          "how often what nobody needs any more is let go from memory, 1m to 1d, or off; the store"
              + " keeps it (see trace.retention.decisions)")
  String purge_interval() default "15m";

  @AttributeDefinition(
      description =
          "how long closed orders stay in memory after their last move, and with them named"
              + " positions that are flat, 1h to 365d")
  String purge_orders() default "1d";

  @AttributeDefinition(
      description =
          "how long a deposit, withdrawal or funding is remembered by name, 7d to 3650d; one as old"
              + " as that counts no more")
  String purge_flows() default "30d";

  @AttributeDefinition(
      description = "room for market events that wait",
      min = "64",
      max = "1048576")
  int inbox_market() default 16_384;

  @AttributeDefinition(
      description = "room for venue answers that wait",
      min = "64",
      max = "1048576")
  int inbox_execution() default 8_192;

  @AttributeDefinition(
      description =
          "whether market data stays in the trace after it is covered by snapshots; false drops"
              + " what an earlier start kept")
  boolean trace_market() default false;

  @AttributeDefinition(
      description =
          "trace.market=true: how long market data stays at least, such as 30d, counted back from"
              + " the newest turn; forever: as long as the decisions")
  String trace_retention_market() default "forever";

  @AttributeDefinition(
      description =
          "how long everything else stays in the trace at least, such as 365d: orders, fills,"
              + " timers, control; what a restart needs stays in any case")
  String trace_retention_decisions() default "forever";

  @AttributeDefinition(
      description =
          "live: the names of all accounts once more, so that no real order is an accident")
  String confirm_live() default "";

  @AttributeDefinition(
      description =
          "what an account may lose in a day before entries stop until risk:reset, an amount in its"
              + " currency like 500 or a share like 5%; none for no limit, which live must say in"
              + " words; deposits and withdrawals do not count")
  String loss_limit() default "";

  @AttributeDefinition(
      description = "what happens at loss.limit: halt stops entries, flatten closes positions too",
      options = {@Option("halt"), @Option("flatten")})
  String loss_action() default "halt";

  @AttributeDefinition(
      description = "the time zone in which the days of loss.limit begin, like Europe/Berlin")
  String day_zone() default "UTC";

  @AttributeDefinition(
      description =
          "how long a position may be without the stop that was declared for it, 1s to 10m, or off;"
              + " then it is UNPROTECTED")
  String protect_within() default "10s";

  @AttributeDefinition(
      description =
          "what happens to an UNPROTECTED position: alert tells people, close tells and closes it"
              + " at the market; empty: close in live, else alert",
      options = {@Option(""), @Option("alert"), @Option("close")})
  String unprotected() default "";

  @AttributeDefinition(
      description =
          "whether orders, fills and positions are compared with the venue at a start; balances"
              + " always are, and everything after a lost connection and on demand")
  boolean reconcile_start() default true;

  @AttributeDefinition(
      description =
          "how far before the last turn a venue is asked for what it executed, such as 24h; all: as"
              + " far back as it keeps")
  String reconcile_lookback() default "24h";

  @AttributeDefinition(
      description = "the only instruments that are compared, separated by commas; empty: all")
  String reconcile_instruments() default "";

  @AttributeDefinition(
      description =
          "client order ids that are left out, separated by commas, as if the venue did not list"
              + " them")
  String reconcile_ignore() default "";

  @AttributeDefinition(
      description =
          "orders at the venue that are not ours and that no claim covers: ignore leaves them"
              + " alone, adopt takes them into the books as strategy external, alert warns; they"
              + " are never cancelled, and what they do to balances and positions is compared in"
              + " any case",
      options = {@Option("ignore"), @Option("adopt"), @Option("alert")})
  String reconcile_foreign() default "ignore";

  @AttributeDefinition(
      description = "whether positions of contracts are compared with what the venue says")
  boolean reconcile_positions() default true;

  @AttributeDefinition(
      description =
          "whether orders are generated where positions of contracts differ, so that the books have"
              + " what the venue has; never on spot")
  boolean reconcile_generate() default true;

  @AttributeDefinition(
      description =
          "whether a venue is asked which money came and went while nobody listened: what makes a"
              + " difference of balances to the last digit is booked, all else is left to people")
  boolean reconcile_flows() default true;

  @AttributeDefinition(
      description =
          "which strategy gets what is found at the venue on an instrument, like"
              + " ema:BTCUSDT.BINANCE, separated by commas; one strategy per instrument")
  String reconcile_claims() default "";

  @AttributeDefinition(
      description =
          "live: a new order without an answer for so long is of unknown fate; it is queried before"
              + " and after")
  String timeout_place() default "30s";

  @AttributeDefinition(
      description = "live: a cancel or change without an answer for so long is told and queried on")
  String timeout_cancel() default "10s";

  @AttributeDefinition(
      description =
          "live: a report that no watcher asked for, as after a connection, and that does not come"
              + " for so long is asked for again")
  String timeout_report() default "20s";

  @AttributeDefinition(
      description =
          "live: an account without a connection for so long, 100ms to 10m, is told of; one whose"
              + " adapter says nothing at all is closed and opened anew")
  String timeout_connection() default "30s";

  @AttributeDefinition(
      description =
          "live: an account that is connected and not reconciled for so long, 100ms to 10m, is told"
              + " of")
  String timeout_reconciliation() default "10s";

  @AttributeDefinition(
      description =
          "live: an account that is reconciled and whose worth is not known for so long, 100ms to"
              + " 10m, is told of")
  String timeout_portfolio() default "10s";

  @AttributeDefinition(
      description =
          "how long a connection may take to close, 100ms to 1m; then it is left alone and hears"
              + " nobody")
  String timeout_disconnection() default "10s";

  @AttributeDefinition(
      description =
          "how long a stop waits for cancels and orders that have no answer yet, 100ms to 1m; then"
              + " it says what is open and ends")
  String timeout_post$_$stop() default "5s";

  @AttributeDefinition(
      description =
          "live: what follows when an account has no connection for reconnect.within: retry goes on"
              + " trying and trades again by itself, halt goes on trying and trades only after"
              + " trader:reset",
      options = {@Option("retry"), @Option("halt")})
  String reconnect_exhausted() default "retry";

  @AttributeDefinition(
      description =
          "how long an account that was given up rests when it could not be opened anew, 100ms to"
              + " 1m; n times that after n failures, up to six times and at most a minute. What an"
              + " adapter does by itself has a key of the same name in the account's file")
  String reconnect_pause() default "10s";

  @AttributeDefinition(
      description =
          "live: how long an account may be without a connection where reconnect.exhausted=halt,"
              + " 100ms to 10m; five attempts that fail at once take 15 times the adapter's"
              + " reconnect.pause, which is 10s")
  String reconnect_within() default "150s";

  @AttributeDefinition(description = "live: how often commands without an answer are looked at")
  String inflight_interval() default "2s";

  @AttributeDefinition(
      description = "live: how old a command without an answer must be to be queried")
  String inflight_threshold() default "5s";

  @AttributeDefinition(
      description =
          "live: after how many queries that prove nothing people hear of it once more and"
              + " inflight.exhausted counts; it is queried on",
      min = "1",
      max = "100")
  int inflight_retries() default 5;

  @AttributeDefinition(
      description =
          "live: what else is done then with an order that would open or grow a position: alert"
              + " leaves it to people, cancel asks the venue to cancel it, for it may be there",
      options = {@Option("alert"), @Option("cancel")})
  String inflight_exhausted() default "alert";

  @AttributeDefinition(
      description =
          "live: how long an account may hear nothing of its balances before the venue is asked, or"
              + " off")
  String watch_balance() default "30s";

  @AttributeDefinition(
      description =
          "live: how many answers to that may stay out in a row before the connection counts as"
              + " lost",
      min = "1",
      max = "100")
  int watch_balance_retries() default 3;

  @AttributeDefinition(description = "live: how long such an answer may stay out")
  String timeout_balance() default "15s";

  @AttributeDefinition(
      description =
          "live: how long an account of contracts may hear nothing that moves its positions before"
              + " the venue is asked, or off")
  String watch_position() default "15s";

  @AttributeDefinition(
      description =
          "live: how many answers to that may stay out in a row before the connection counts as"
              + " lost",
      min = "1",
      max = "100")
  int watch_position_retries() default 3;

  @AttributeDefinition(description = "live: how long such an answer may stay out")
  String timeout_position() default "20s";

  @AttributeDefinition(
      description =
          "live: how long an account may hear nothing of its orders before the venue is asked, or"
              + " off; from the first order that may fill until watch.idle after the last")
  String watch_orders() default "30s";

  @AttributeDefinition(
      description =
          "live: how many answers to that may stay out in a row before the connection counts as"
              + " lost",
      min = "1",
      max = "100")
  int watch_orders_retries() default 3;

  @AttributeDefinition(description = "live: how long such an answer may stay out")
  String timeout_orders() default "20s";

  @AttributeDefinition(
      description =
          "live: how long an account may hear of no execution before the venue is asked, or off;"
              + " from the first order that may fill until watch.idle after the last")
  String watch_trades() default "30s";

  @AttributeDefinition(
      description =
          "live: how many answers to that may stay out in a row before the connection counts as"
              + " lost",
      min = "1",
      max = "100")
  int watch_trades_retries() default 3;

  @AttributeDefinition(description = "live: how long such an answer may stay out")
  String timeout_trades() default "20s";

  @AttributeDefinition(
      description =
          "live: how long an account may hear nothing of its orders before the venue is asked for"
              + " one that may fill, by itself, or off; the next one after as long again, in turn")
  String watch_status() default "5s";

  @AttributeDefinition(
      description =
          "live: how long that rests after a question that failed, or had no answer within"
              + " timeout.orders")
  String watch_status_error() default "10s";

  @AttributeDefinition(
      description = "live: how long orders and executions are watched on when no order may fill")
  String watch_idle() default "15m";

  @AttributeDefinition(
      description =
          "live: how often an account is compared with its venue however much its stream tells, or"
              + " off")
  String watch_audit() default "5m";

  @AttributeDefinition(
      description =
          "live: how many reports that no watcher asked for, as after a connection, may stay out in"
              + " a row before the connection counts as lost",
      min = "1",
      max = "100")
  int watch_retries() default 3;
}
