package dev.bourse.core.reconciliation;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.TraderId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What we believe about one account.
 *
 * @param trader whose client order ids are ours
 * @param epoch the present start
 * @param nextOrder the number of the next order in this epoch
 * @param live our live orders on the account
 * @param find our record of any order, live or closed
 * @param balances our balances; empty before the first report
 */
public record LocalBooks(
    TraderId trader,
    long epoch,
    long nextOrder,
    List<Order> live,
    Function<ClientOrderId, Optional<Order>> find,
    List<Balance> balances) {}
