package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.VenueCause;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.function.Consumer;

/** The rows of what accounts hold of contracts. A position is its whole new value. */
final class ContractRows {
  static final int FUNDING = 12;
  static final int POSITION = 13;
  static final int MADE = 14;
  static final int FLOW = 15;
  static final int MARK = 19;
  static final int SIDE = 20;

  private ContractRows() {}

  /** What a step changed. */
  static void put(StateWriter out, VenueState state, Step step) {
    if (!step.positions.isEmpty() || !step.flows.isEmpty()) {
      funding(out, state.contracts);
    }
    step.positions.forEach(position -> position(out, position));
    step.made.forEach(made -> made(out, made));
    step.flows.forEach(flow -> flow(out, flow));
  }

  /** Everything, row by row; nothing where there never was a contract. */
  static void forEach(VenueState state, Consumer<Consumer<StateWriter>> rows) {
    Contracts contracts = state.contracts;
    if (!contracts.all().isEmpty()) {
      rows.accept(out -> funding(out, contracts));
    }
    contracts.all().forEach(each -> rows.accept(out -> position(out, each)));
    contracts.made.forEach(each -> rows.accept(out -> made(out, each)));
    contracts.flows.forEach(each -> rows.accept(out -> flow(out, each)));
  }

  private static void funding(StateWriter out, Contracts contracts) {
    out.putByte(FUNDING).putLong(contracts.nextFunding).putLong(contracts.nextFlow);
  }

  private static void position(StateWriter out, Position position) {
    if (position.id().isNamed()) {
      out.putByte(SIDE).putText(position.id().value());
    } else {
      out.putByte(POSITION);
    }
    out.putText(position.account().value());
    out.putText(position.strategy().value());
    Codec.put(out, position.instrument());
    out.putText(position.side().name());
    Codec.put(out, position.quantity());
    Codec.put(out, position.cost());
    Codec.put(out, position.realized());
    Codec.put(out, position.fees());
    out.putLong(position.fills());
  }

  private static void made(StateWriter out, OrderReport.Made made) {
    out.putByte(MADE).putText(made.account().value()).putText(made.orderId().value());
    SpecCodec.put(out, made.spec());
    out.putText(made.cause().name()).putText(made.reason()).putLong(made.eventTime());
  }

  private static void flow(StateWriter out, AccountEvent.CashFlow flow) {
    out.putByte(FLOW).putText(flow.account().value()).putText(flow.id());
    Codec.put(out, flow.amount());
    out.putText(flow.kind()).putLong(flow.eventTime());
  }

  /** What the data says of a contract; nothing where it says nothing. */
  static void mark(StateWriter out, Book book) {
    Price mark = book.market.mark;
    if (mark == null && !book.market.fundingSeen) {
      return;
    }
    out.putByte(MARK).putInt(book.index).putBoolean(book.market.fundingSeen);
    out.putBoolean(mark != null);
    if (mark != null) {
      Codec.put(out, mark);
    }
  }

  private static void readMark(StateReader in, MarketState market) {
    market.fundingSeen = in.getBoolean();
    market.mark = in.getBoolean() ? Codec.getPrice(in) : null;
  }

  static void read(int tag, StateReader in, VenueState state) {
    Contracts contracts = state.contracts;
    switch (tag) {
      case FUNDING -> {
        contracts.nextFunding = in.getLong();
        contracts.nextFlow = in.getLong();
      }
      case POSITION -> contracts.put(readPosition(PositionId.NETTED, in));
      case SIDE -> contracts.put(readPosition(new PositionId(in.getText()), in));
      case MADE -> contracts.made.add(readMade(in));
      case MARK -> readMark(in, state.books.get(in.getInt()).market);
      default -> contracts.flows.add(readFlow(in));
    }
  }

  private static Position readPosition(PositionId id, StateReader in) {
    AccountId account = new AccountId(in.getText());
    StrategyId owner = new StrategyId(in.getText());
    Instrument instrument = Codec.getInstrument(in);
    PositionSide side = PositionSide.valueOf(in.getText());
    return new Position(
        account,
        owner,
        instrument,
        side,
        Codec.getQuantity(in),
        Codec.getMoney(in),
        Codec.getMoney(in),
        Codec.getMoney(in),
        in.getLong(),
        id);
  }

  private static OrderReport.Made readMade(StateReader in) {
    AccountId account = new AccountId(in.getText());
    ClientOrderId id = new ClientOrderId(in.getText());
    OrderSpec spec = SpecCodec.get(in);
    VenueCause cause = VenueCause.valueOf(in.getText());
    return new OrderReport.Made(account, id, spec, cause, in.getText(), in.getLong());
  }

  private static AccountEvent.CashFlow readFlow(StateReader in) {
    AccountId account = new AccountId(in.getText());
    String id = in.getText();
    Money amount = Codec.getMoney(in);
    return new AccountEvent.CashFlow(account, id, amount, in.getText(), in.getLong());
  }
}
