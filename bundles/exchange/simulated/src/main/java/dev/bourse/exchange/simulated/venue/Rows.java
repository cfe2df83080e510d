package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * The venue's tables as bytes, one tagged row after the other. A row is the whole new value of its
 * key, so reading one twice changes nothing, and reading needs no rule of matching or money.
 */
final class Rows {
  /** The version of this layout. */
  static final int SCHEMA = 2;

  private static final int HEADER = 1;
  private static final int LISTED = 2;
  private static final int MARKET = 3;
  private static final int OLDER_ORDER = 4;
  private static final int BALANCE = 5;
  private static final int FILL = 6;
  private static final int OLDER_PENDING = 7;
  private static final int ARRIVED = 8;
  private static final int ORDER = 9;
  private static final int PENDING = 10;
  private static final int VOLUME = 11;
  private static final int AMENDS = 22;

  private Rows() {}

  static void header(StateWriter out, VenueState state) {
    out.putByte(HEADER).putLong(state.time).putLong(state.position);
    out.putLong(state.nextOrder).putLong(state.nextFill).putLong(state.nextCommand);
  }

  static void listed(StateWriter out, Book book) {
    out.putByte(LISTED);
    Codec.put(out, book.instrument);
  }

  static void market(StateWriter out, Book book) {
    MarketState market = book.market;
    out.putByte(MARKET).putInt(book.index).putLong(market.lastRaw);
    out.putLong(market.bidRaw).putLong(market.bidSizeRaw).putLong(market.bidTakenRaw);
    out.putLong(market.askRaw).putLong(market.askSizeRaw).putLong(market.askTakenRaw);
    out.putBoolean(market.tradesSeen).putBoolean(market.quotesSeen).putLong(market.barLag);
    ContractRows.mark(out, book);
  }

  static void order(StateWriter out, VenueOrder order) {
    out.putByte(ORDER);
    OrderRow.put(out, order);
    if (order.amends > 0) {
      out.putByte(AMENDS).putText(order.account.value()).putText(order.id.value());
      out.putInt(order.amends);
    }
  }

  static void balance(StateWriter out, AccountId account, Balance balance) {
    out.putByte(BALANCE).putText(account.value());
    Codec.put(out, balance.total());
    Codec.put(out, balance.reserved());
  }

  static void fill(StateWriter out, Fill fill) {
    out.putByte(FILL);
    Codec.put(out, fill);
  }

  static void volume(StateWriter out, AccountId account, long day, Money amount) {
    out.putByte(VOLUME).putText(account.value()).putLong(day);
    Codec.put(out, amount);
  }

  static void pending(StateWriter out, Pending pending) {
    out.putByte(PENDING).putLong(pending.number()).putText(pending.kind().name());
    out.putText(pending.account().value()).putText(pending.id().value());
    SpecCodec.put(out, pending.spec());
    SpecCodec.putChange(out, pending.change());
    SpecCodec.putLink(out, pending.link());
    out.putLong(pending.decidedAt()).putLong(pending.arrivesAt());
  }

  static void arrived(StateWriter out, long through) {
    out.putByte(ARRIVED).putLong(through);
  }

  /** Puts all rows of one entry into the tables. */
  static void read(byte[] bytes, VenueState state) {
    StateReader in = new StateReader(bytes);
    while (in.remaining() > 0) {
      int tag = in.getByte();
      switch (tag) {
        case HEADER -> readHeader(in, state);
        case LISTED -> readListed(in, state);
        case MARKET -> readMarket(in, state);
        case OLDER_ORDER -> state.replace(OrderRow.getOlder(in));
        case ORDER -> state.replace(OrderRow.get(in));
        case AMENDS -> readAmends(in, state);
        case BALANCE -> readBalance(in, state);
        case FILL -> state.add(Codec.getFill(in));
        case OLDER_PENDING -> state.pending.add(readPending(in, false));
        case PENDING -> state.pending.add(readPending(in, true));
        case VOLUME -> readVolume(in, state);
        case ARRIVED -> readArrived(in, state);
        case ContractRows.FUNDING,
            ContractRows.POSITION,
            ContractRows.MADE,
            ContractRows.FLOW,
            ContractRows.MARK,
            ContractRows.SIDE ->
            ContractRows.read(tag, in, state);
        case TradedRows.MINUTE -> TradedRows.read(in, state);
        case DepthRows.CHANGE, DepthRows.TAKEN, DepthRows.DEPTH -> DepthRows.read(tag, in, state);
        default -> throw new IllegalArgumentException("damaged state: no row has the tag " + tag);
      }
    }
  }

  private static void readHeader(StateReader in, VenueState state) {
    state.time = in.getLong();
    state.position = in.getLong();
    state.nextOrder = in.getLong();
    state.nextFill = in.getLong();
    state.nextCommand = in.getLong();
  }

  private static void readListed(StateReader in, VenueState state) {
    Instrument instrument = Codec.getInstrument(in);
    Book book = state.book(instrument.id());
    if (book == null) {
      state.addBook(instrument);
    } else {
      book.instrument = instrument;
    }
  }

  private static void readMarket(StateReader in, VenueState state) {
    MarketState market = state.books.get(in.getInt()).market;
    market.lastRaw = in.getLong();
    market.bidRaw = in.getLong();
    market.bidSizeRaw = in.getLong();
    market.bidTakenRaw = in.getLong();
    market.askRaw = in.getLong();
    market.askSizeRaw = in.getLong();
    market.askTakenRaw = in.getLong();
    market.tradesSeen = in.getBoolean();
    market.quotesSeen = in.getBoolean();
    market.barLag = in.getLong();
  }

  /** Follows the order's own row, which begins with none. */
  private static void readAmends(StateReader in, VenueState state) {
    AccountId account = new AccountId(in.getText());
    VenueOrder order = state.order(new OrderKey(account, new ClientOrderId(in.getText())));
    int amends = in.getInt();
    if (order != null) {
      order.amends = amends;
    }
  }

  private static void readBalance(StateReader in, VenueState state) {
    AccountId account = new AccountId(in.getText());
    Money total = Codec.getMoney(in);
    state.wallet(account).put(new Balance(total, Codec.getMoney(in)));
  }

  private static void readVolume(StateReader in, VenueState state) {
    AccountId account = new AccountId(in.getText());
    long day = in.getLong();
    state.volumes.put(account, day, Codec.getMoney(in));
  }

  /** Layout 1 had neither changes nor lists. */
  private static Pending readPending(StateReader in, boolean whole) {
    return new Pending(
        in.getLong(),
        Pending.Kind.valueOf(in.getText()),
        new AccountId(in.getText()),
        new ClientOrderId(in.getText()),
        whole ? SpecCodec.get(in) : SpecCodec.getOlder(in),
        whole ? SpecCodec.getChange(in) : null,
        whole ? SpecCodec.getLink(in) : null,
        in.getLong(),
        in.getLong());
  }

  private static void readArrived(StateReader in, VenueState state) {
    long through = in.getLong();
    while (!state.pending.isEmpty() && state.pending.getFirst().number() <= through) {
      state.pending.removeFirst();
    }
  }
}
