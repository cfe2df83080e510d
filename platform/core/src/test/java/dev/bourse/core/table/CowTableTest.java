package dev.bourse.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Long gaps of removed rows, as behind an order that rests while thousands come and go. */
class CowTableTest {
  @Test
  void skipsTheRemovedRowsBehindOneThatStays() {
    CowTable<Integer> table = new CowTable<>();
    for (int i = 0; i < 1_000; i++) {
      table.add(i);
    }
    List<Integer> before = table.root();

    for (int i = 1; i < 900; i++) {
      table.remove(i);
    }
    table.add(1_000);

    assertThat(table.first()).isZero();
    assertThat(table.next(0)).isEqualTo(900);
    assertThat(table.has(500)).isFalse();
    assertThat(table.root()).hasSize(102).startsWith(0, 900, 901).endsWith(999, 1_000);
    assertThat(before).hasSize(1_000).startsWith(0, 1, 2);
    assertThat(table.next(1_000)).isEqualTo(table.end());
  }
}
