package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P19")
class VenueFilterTest {
  @Test
  void itsValuesStandInOneOrderAndDoNotChange() {
    TreeMap<String, String> values = new TreeMap<>(Map.of("minQty", "0", "maxQty", "5"));

    VenueFilter filter = new VenueFilter("MARKET_LOT_SIZE", values);
    values.put("stepSize", "1");

    assertThat(filter)
        .hasToString("VenueFilter[name=MARKET_LOT_SIZE, values={maxQty=5, minQty=0}]")
        .isEqualTo(VenueFilter.of("MARKET_LOT_SIZE", Map.of("maxQty", "5", "minQty", "0")));
  }

  @Test
  void oneWithoutANameIsRefused() {
    Map<String, String> values = Map.of("limit", "5");

    assertThatThrownBy(() -> VenueFilter.of(" ", values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a filter needs its venue's name; values={limit=5}");
  }
}
