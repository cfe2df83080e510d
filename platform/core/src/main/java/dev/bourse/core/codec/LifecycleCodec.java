package dev.bourse.core.codec;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.market.BarIntervals;
import java.util.ArrayList;
import java.util.List;

/** What happens to the trader itself as bytes; tags 60 to 79, 90, 100, 101 and 130. */
final class LifecycleCodec {
  /** As the byte that it is. */
  static final int OVERDUE = (byte) 130;

  private final ValueCodec values;
  private final MarketCodec market;

  LifecycleCodec(ValueCodec values) {
    this.values = values;
    this.market = new MarketCodec(values);
  }

  void write(StateWriter out, LifecycleEvent event) {
    if (event instanceof LifecycleEvent.Started started) {
      out.putByte(60).putLong(started.epoch()).putText(started.configuration());
    } else if (event instanceof LifecycleEvent.Stopping stopping) {
      out.putByte(61).putText(stopping.reason());
    } else if (event instanceof LifecycleEvent.StrategyBound bound) {
      write(out, bound);
    } else if (event instanceof LifecycleEvent.HistoryTold told) {
      write(out.putByte(101), told);
    } else if (event instanceof LifecycleEvent.StrategyUnbound unbound) {
      out.putByte(63).putText(unbound.strategy().value()).putText(unbound.reason());
    } else if (event instanceof LifecycleEvent.StrategyFailed failed) {
      out.putByte(64).putText(failed.strategy().value()).putText(failed.reason());
    } else if (event instanceof LifecycleEvent.RiskModuleChanged changed) {
      out.putByte(65).putText(changed.module()).putBoolean(changed.bound());
      out.putText(changed.reason());
    } else if (event instanceof LifecycleEvent.StorageChanged changed) {
      out.putByte(66).putBoolean(changed.healthy()).putText(changed.reason());
    } else if (event instanceof LifecycleEvent.Recovered recovered) {
      out.putByte(67).putText(recovered.detail());
    } else if (event instanceof LifecycleEvent.EmergencyOrder order) {
      out.putByte(68).putText(order.orderId().value()).putText(order.account().value());
      values.spec(out.putText(order.strategy().value()), order.spec());
      out.putLong(order.sentAt());
    } else if (event instanceof LifecycleEvent.StorageLow storage) {
      out.putByte(69).putBoolean(storage.low()).putText(storage.reason());
    } else if (event instanceof LifecycleEvent.Overdue overdue) {
      out.putByte(OVERDUE).putText(overdue.account().value()).putText(overdue.phase().name());
      out.putText(overdue.reason());
    }
  }

  private void write(StateWriter out, LifecycleEvent.StrategyBound bound) {
    boolean hedges = bound.oms() == OmsType.HEDGING;
    boolean told = hedges || !bound.warmUp().isEmpty() || !bound.history().isEmpty();
    if (bound.joins()) {
      writeBound(out.putByte(100).putBoolean(hedges), bound);
      write(out, bound.warmUp(), bound.history());
      return;
    }
    writeBound(out.putByte(hedges ? 90 : told ? 70 : 62), bound);
    if (told) {
      write(out, bound.warmUp(), bound.history());
    }
  }

  private static void writeBound(StateWriter out, LifecycleEvent.StrategyBound bound) {
    out.putText(bound.strategy().value()).putText(bound.type()).putText(bound.version());
    out.putText(bound.parametersHash()).putText(bound.account().value());
    out.putText(bound.bar()).putText(bound.allotment()).putInt(bound.instruments().size());
    bound.instruments().forEach(each -> out.putText(each.toString()));
  }

  private void write(StateWriter out, String sentence, List<Bar> bars) {
    out.putText(sentence).putInt(bars.size());
    bars.forEach(each -> market.write(out, each));
  }

  private LifecycleEvent.StrategyBound readHistory(
      LifecycleEvent.StrategyBound bound, StateReader in) {
    String sentence = in.getText();
    return bound.warmedUp(readBars(in), sentence);
  }

  private List<Bar> readBars(StateReader in) {
    List<Bar> bars = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      bars.add(market.bar(in));
    }
    return bars;
  }

  private LifecycleEvent.StrategyBound readJoining(StateReader in) {
    OmsType oms = in.getBoolean() ? OmsType.HEDGING : OmsType.NETTING;
    return readHistory(readBound(in), in).with(oms).joining(true);
  }

  private void write(StateWriter out, LifecycleEvent.HistoryTold told) {
    out.putText(told.strategy().value()).putInt(told.asked().size());
    for (LifecycleEvent.HistoryTold.Asked each : told.asked()) {
      BarIntervals.write(out.putText(each.instrument().toString()), each.interval());
      out.putLong(each.through());
    }
    out.putInt(told.streams().size());
    told.streams().forEach(each -> out.putText(each.instrument().toString()).putLong(each.whole()));
    write(out, told.sentence(), told.bars());
  }

  private LifecycleEvent.HistoryTold readTold(StateReader in) {
    StrategyId strategy = new StrategyId(in.getText());
    List<LifecycleEvent.HistoryTold.Asked> asked = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      InstrumentId instrument = InstrumentId.of(in.getText());
      asked.add(
          new LifecycleEvent.HistoryTold.Asked(instrument, BarIntervals.read(in), in.getLong()));
    }
    List<LifecycleEvent.HistoryTold.Stream> streams = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      InstrumentId instrument = InstrumentId.of(in.getText());
      streams.add(new LifecycleEvent.HistoryTold.Stream(instrument, in.getLong()));
    }
    String sentence = in.getText();
    return new LifecycleEvent.HistoryTold(strategy, readBars(in), asked, streams, sentence);
  }

  Event read(int tag, StateReader in) {
    return switch (tag) {
      case 60 -> new LifecycleEvent.Started(in.getLong(), in.getText());
      case 61 -> new LifecycleEvent.Stopping(in.getText());
      case 62 -> readBound(in);
      case 70 -> readHistory(readBound(in), in);
      case 90 -> readHistory(readBound(in), in).with(OmsType.HEDGING);
      case 100 -> readJoining(in);
      case 101 -> readTold(in);
      case 63 -> new LifecycleEvent.StrategyUnbound(new StrategyId(in.getText()), in.getText());
      case 64 -> new LifecycleEvent.StrategyFailed(new StrategyId(in.getText()), in.getText());
      case 65 -> new LifecycleEvent.RiskModuleChanged(in.getText(), in.getBoolean(), in.getText());
      case 66 -> new LifecycleEvent.StorageChanged(in.getBoolean(), in.getText());
      case 67 -> new LifecycleEvent.Recovered(in.getText());
      case 68 ->
          new LifecycleEvent.EmergencyOrder(
              new ClientOrderId(in.getText()),
              new AccountId(in.getText()),
              new StrategyId(in.getText()),
              values.spec(in),
              in.getLong());
      case 69 -> new LifecycleEvent.StorageLow(in.getBoolean(), in.getText());
      case OVERDUE ->
          new LifecycleEvent.Overdue(
              new AccountId(in.getText()),
              LifecycleEvent.Overdue.Phase.valueOf(in.getText()),
              in.getText());
      default -> throw new IllegalArgumentException("unknown event tag " + tag);
    };
  }

  private static LifecycleEvent.StrategyBound readBound(StateReader in) {
    StrategyId strategy = new StrategyId(in.getText());
    String type = in.getText();
    String version = in.getText();
    String hash = in.getText();
    AccountId account = new AccountId(in.getText());
    String bar = in.getText();
    String allotment = in.getText();
    List<InstrumentId> instruments = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      instruments.add(InstrumentId.of(in.getText()));
    }
    return new LifecycleEvent.StrategyBound(
        strategy, type, version, hash, account, instruments, bar, allotment);
  }
}
