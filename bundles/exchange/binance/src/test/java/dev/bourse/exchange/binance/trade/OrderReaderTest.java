package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.testkit.Instruments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an order still is, after a part of it was not let trade with the account's own. */
@Tag("D2")
class OrderReaderTest {
  private static final String ORDER =
      "{\"side\":\"BUY\",\"type\":\"LIMIT\",\"origQty\":\"1.00\",\"executedQty\":\"0.10\",\"price\":\"90.00\"";

  private static OrderChange terms(String order) throws Exception {
    return OrderReader.terms(Json.read(order), "origQty", "price", "stopPrice", Instruments.BTCUSD);
  }

  @Test
  void whatWasPreventedDoesNotComeBackWithTheStatus() throws Exception {
    OrderChange whole = terms(ORDER + "}");

    OrderChange less = terms(ORDER + ",\"preventedQuantity\":\"0.30\"}");

    assertThat(whole.quantity()).isEqualByComparingTo(Quantity.of("1.00"));
    assertThat(less.quantity()).isEqualByComparingTo(Quantity.of("0.70"));
    assertThat(less.price()).isEqualTo(Price.of("90.00"));
  }

  @Test
  void anEventLeavesThePreventedPartOffToo() throws Exception {
    String event = "{\"o\":\"LIMIT\",\"q\":\"1.00\",\"p\":\"90.00\",\"A\":\"0.30\"}";

    OrderChange terms = OrderReader.terms(Json.read(event), "q", "p", "P", Instruments.BTCUSD);

    assertThat(terms.quantity()).isEqualByComparingTo(Quantity.of("0.70"));
  }

  @Test
  void anOpenOrderIsDescribedWithoutThatPart() throws Exception {
    String order = ORDER + ",\"preventedQuantity\":\"0.30\"}";

    OrderSpec spec = SpecReader.read(Json.read(order), Instruments.BTCUSD);

    assertThat(spec.quantity()).isEqualByComparingTo(Quantity.of("0.70"));
  }

  @Test
  void anOrderOfWhichAllWasPreventedHasNoTerms() throws Exception {
    String order = ORDER + ",\"preventedQuantity\":\"1.00\"}";

    OrderChange terms = terms(order);

    assertThat(terms).isNull();
  }
}
