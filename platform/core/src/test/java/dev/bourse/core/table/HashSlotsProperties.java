package dev.bourse.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The table against a list that is walked, with few hashes, so that many items share one. */
class HashSlotsProperties {
  /** An item with a hash of its own choice. */
  private record Item(int hash, int number) {}

  @Property(tries = 200)
  void findsExactlyWhatIsThere(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 9_999) Integer> steps) {
    HashSlots<Item> slots = new HashSlots<>();
    List<Item> twin = new ArrayList<>();

    for (int i = 0; i < steps.size(); i++) {
      int step = steps.get(i);
      if (step % 5 < 3 || twin.isEmpty()) {
        Item item = new Item(step % 17, i);
        slots.add(item.hash(), item);
        twin.add(item);
      } else {
        Item item = twin.remove(step % twin.size());
        slots.remove(item.hash(), item);
      }
    }

    assertThat(slots.size()).isEqualTo(twin.size());
    for (int hash = 0; hash < 17; hash++) {
      int wanted = hash;
      assertThat(all(slots, hash))
          .containsExactlyInAnyOrderElementsOf(
              twin.stream().filter(item -> item.hash() == wanted).toList());
    }
  }

  private static List<Item> all(HashSlots<Item> slots, int hash) {
    List<Item> found = new ArrayList<>();
    for (int slot = slots.first(hash); slot != HashSlots.NONE; slot = slots.next(slot, hash)) {
      found.add(slots.at(slot));
    }
    return found;
  }
}
