package dev.bourse.core.codec;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.market.Instruments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of the model as bytes. Instruments are written as number and version; numbers carry their
 * scale. Enums are written by name, so that their order may change.
 */
public final class ValueCodec {
  private final Instruments instruments;
  private final OrderDetails details = new OrderDetails(this);
  private final ContractCodec contracts = new ContractCodec(this);

  /** A codec over the given instruments; reading needs every version that was written. */
  public ValueCodec(Instruments instruments) {
    this.instruments = instruments;
  }

  /** How the rarer parts of an order are written. */
  OrderDetails details() {
    return details;
  }

  /** Writes a reference to a listed instrument version. */
  public void instrument(StateWriter out, Instrument instrument) {
    out.putInt(instruments.number(instrument)).putInt(instrument.version());
  }

  /** Reads a reference. */
  public Instrument instrument(StateReader in) {
    return instruments.version(in.getInt(), in.getInt());
  }

  /** Writes all of an instrument's rules. */
  public void definition(StateWriter out, Instrument instrument) {
    out.putText(instrument.id().toString()).putInt(instrument.version());
    currency(out, instrument.base());
    currency(out, instrument.quote());
    price(out, instrument.tickSize());
    quantity(out, instrument.stepSize());
    quantity(out, instrument.minQuantity());
    quantity(out, instrument.maxQuantity());
    money(out, instrument.minNotional());
    out.putLong(instrument.makerFee().raw()).putLong(instrument.takerFee().raw());
    contracts.write(out, instrument);
  }

  /** Reads all of an instrument's rules. */
  public Instrument definition(StateReader in) {
    InstrumentId id = InstrumentId.of(in.getText());
    int version = in.getInt();
    Currency base = currency(in);
    Currency quote = currency(in);
    Price tick = price(in);
    Quantity step = quantity(in);
    Quantity least = quantity(in);
    Quantity most = quantity(in);
    Money notional = money(in);
    Rate maker = new Rate(in.getLong());
    Rate taker = new Rate(in.getLong());
    int flags = in.getByte();
    return new Instrument(
        id,
        version,
        base,
        quote,
        tick,
        step,
        least,
        most,
        notional,
        maker,
        taker,
        ContractCodec.isTrading(flags),
        contracts.contract(flags, in),
        contracts.largest(flags, in),
        ContractCodec.filters(flags, in));
  }

  /** Writes an order. */
  public void order(StateWriter out, Order order) {
    out.putText(order.id().value()).putText(order.account().value());
    out.putText(order.strategy().value());
    spec(out, order.spec());
    out.putText(order.status().name()).putBoolean(order.unknown());
    optionalText(out, order.venueOrderId());
    quantity(out, order.filled());
    money(out, order.filledNotional());
    details.orderFlags(out, order);
    optionalPrice(out, order.expectedPrice());
    out.putLong(order.createdAt()).putLong(order.updatedAt()).putText(order.reason());
    details.orderRest(out, order);
  }

  /** Reads an order. */
  public Order order(StateReader in) {
    ClientOrderId id = new ClientOrderId(in.getText());
    AccountId account = new AccountId(in.getText());
    StrategyId strategy = new StrategyId(in.getText());
    OrderSpec spec = spec(in);
    OrderStatus status = OrderStatus.valueOf(in.getText());
    boolean unknown = in.getBoolean();
    String venueOrderId = optionalText(in);
    Quantity filled = quantity(in);
    Money filledNotional = money(in);
    int flags = in.getByte();
    return new Order(
        id,
        account,
        strategy,
        spec,
        status,
        unknown,
        venueOrderId,
        filled,
        filledNotional,
        OrderDetails.isEntry(flags),
        optionalPrice(in),
        in.getLong(),
        in.getLong(),
        in.getText(),
        OrderDetails.isTriggered(flags),
        details.link(flags, in),
        details.change(flags, in));
  }

  /** Writes what is wanted. */
  public void spec(StateWriter out, OrderSpec spec) {
    instrument(out, spec.instrument());
    out.putText(spec.side().name()).putText(spec.type().name());
    out.putText(spec.timeInForce().name());
    quantity(out, spec.quantity());
    optionalPrice(out, spec.price());
    out.putBoolean(spec.postOnly());
    details.spec(out, spec);
  }

  /** Reads what is wanted. */
  public OrderSpec spec(StateReader in) {
    Instrument instrument = instrument(in);
    Side side = Side.valueOf(in.getText());
    OrderType type = OrderType.valueOf(in.getText());
    TimeInForce life = TimeInForce.valueOf(in.getText());
    Quantity quantity = quantity(in);
    Price price = optionalPrice(in);
    boolean postOnly = in.getBoolean();
    int flags = in.getByte();
    return new OrderSpec(
        instrument,
        side,
        type,
        life,
        quantity,
        price,
        postOnly,
        OrderDetails.isReduceOnly(flags),
        details.trigger(flags, in),
        details.expiresAt(flags, in),
        details.displayQuantity(flags, in),
        details.amount(flags, in),
        OrderDetails.position(flags, in));
  }

  /** Writes a fill. */
  public void fill(StateWriter out, Fill fill) {
    out.putText(fill.fillId()).putText(fill.orderId().value()).putText(fill.account().value());
    instrument(out, fill.instrument());
    out.putText(fill.side().name());
    price(out, fill.price());
    quantity(out, fill.quantity());
    money(out, fill.fee());
    out.putText(fill.liquidity().name()).putLong(fill.eventTime()).putBoolean(fill.provisional());
  }

  /** Reads a fill. */
  public Fill fill(StateReader in) {
    return new Fill(
        in.getText(),
        new ClientOrderId(in.getText()),
        new AccountId(in.getText()),
        instrument(in),
        Side.valueOf(in.getText()),
        price(in),
        quantity(in),
        money(in),
        Liquidity.valueOf(in.getText()),
        in.getLong(),
        in.getBoolean());
  }

  /** Writes a position; its name, if it has one, at the end. */
  public void position(StateWriter out, Position position) {
    out.putText(position.account().value()).putText(position.strategy().value());
    instrument(out, position.instrument());
    out.putText(position.side().name());
    quantity(out, position.quantity());
    money(out, position.cost());
    money(out, position.realized());
    money(out, position.fees());
    out.putLong(position.fills());
    if (position.id().isNamed()) {
      out.putText(position.id().value());
    }
  }

  /** Reads a position, which is the last that there is to read. */
  public Position position(StateReader in) {
    return new Position(
        new AccountId(in.getText()),
        new StrategyId(in.getText()),
        instrument(in),
        PositionSide.valueOf(in.getText()),
        quantity(in),
        money(in),
        money(in),
        money(in),
        in.getLong(),
        in.remaining() > 0 ? new PositionId(in.getText()) : PositionId.NETTED);
  }

  /** Writes balances. */
  public void balances(StateWriter out, List<Balance> balances) {
    out.putInt(balances.size());
    for (Balance each : balances) {
      money(out, each.total());
      money(out, each.reserved());
    }
  }

  /** Reads balances. */
  public List<Balance> balances(StateReader in) {
    List<Balance> all = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      all.add(new Balance(money(in), money(in)));
    }
    return all;
  }

  /** Writes the terms of a margin account. */
  public void terms(StateWriter out, MarginTerms terms) {
    contracts.terms(out, terms);
  }

  /** Reads the terms of a margin account. */
  public MarginTerms terms(StateReader in) {
    return contracts.terms(in);
  }

  /** Writes a currency. */
  public void currency(StateWriter out, Currency currency) {
    out.putText(currency.code()).putByte(currency.decimals());
  }

  /** Reads a currency. */
  public Currency currency(StateReader in) {
    return new Currency(in.getText(), in.getByte());
  }

  /** Writes an amount. */
  public void money(StateWriter out, Money money) {
    out.putLong(money.raw().hi()).putLong(money.raw().lo());
    currency(out, money.currency());
  }

  /** Reads an amount. */
  public Money money(StateReader in) {
    return new Money(new Int128(in.getLong(), in.getLong()), currency(in));
  }

  /** Writes a price. */
  public void price(StateWriter out, Price price) {
    out.putLong(price.raw()).putByte(price.decimals());
  }

  /** Reads a price. */
  public Price price(StateReader in) {
    return new Price(in.getLong(), in.getByte());
  }

  /** Writes a quantity. */
  public void quantity(StateWriter out, Quantity quantity) {
    out.putLong(quantity.raw()).putByte(quantity.decimals());
  }

  /** Reads a quantity. */
  public Quantity quantity(StateReader in) {
    return new Quantity(in.getLong(), in.getByte());
  }

  void optionalPrice(StateWriter out, @Nullable Price price) {
    out.putBoolean(price != null);
    if (price != null) {
      price(out, price);
    }
  }

  @Nullable Price optionalPrice(StateReader in) {
    return in.getBoolean() ? price(in) : null;
  }

  /** Writes a text that may be absent. */
  public void optionalText(StateWriter out, @Nullable String text) {
    out.putBoolean(text != null);
    if (text != null) {
      out.putText(text);
    }
  }

  /** Reads a text that may be absent. */
  public @Nullable String optionalText(StateReader in) {
    return in.getBoolean() ? in.getText() : null;
  }
}
