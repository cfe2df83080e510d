package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What we believe about one account.
 *
 * @param trader whose client order ids are ours
 * @param epoch the present start
 * @param nextOrder the number of the next order in this epoch
 * @param begin where our store begins
 * @param time our time in nanoseconds
 * @param first whether nothing was ever heard of the account
 * @param live our live orders on the account
 * @param find our record of any order, live or closed
 * @param counted our record of an execution that was counted already
 * @param provisional how much of an order was counted without its executions
 * @param balances our balances; empty before the first report
 * @param positions what is held on the account, by strategy
 * @param changedAt when an order on an instrument moved last, our time in nanoseconds; {@link
 *     Long#MAX_VALUE} while one is unproven
 * @param hedged whether the account holds both sides of a contract at once
 * @param reference the price that orders are judged by
 * @param quoted what somebody who comes to a side gets at once
 * @param flows which flows of a venue's history make a difference; none if they do not
 */
public record LocalBooks(
    TraderId trader,
    long epoch,
    long nextOrder,
    StoreBegin begin,
    long time,
    boolean first,
    List<Order> live,
    Function<ClientOrderId, Optional<Order>> find,
    Function<Fill, Optional<Fill>> counted,
    Function<ClientOrderId, Optional<Quantity>> provisional,
    List<Balance> balances,
    List<Position> positions,
    ToLongFunction<InstrumentId> changedAt,
    boolean hedged,
    Function<InstrumentId, Optional<Price>> reference,
    BiFunction<InstrumentId, Side, Optional<Price>> quoted,
    BiFunction<List<CashFlow>, Money, List<CashFlow>> flows) {}
