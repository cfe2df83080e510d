package dev.bourse.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** The table against a naive twin, with roots taken in between. */
class CowTableProperties {
  @Property(tries = 200)
  void behavesLikeAMapAndItsRootsNeverChange(@ForAll @Size(max = 900) List<Integer> steps) {
    CowTable<String> table = new CowTable<>();
    TreeMap<Integer, String> twin = new TreeMap<>();
    List<List<String>> roots = new ArrayList<>();
    List<List<String>> copies = new ArrayList<>();

    for (int step : steps) {
      int choice = Math.floorMod(step, 10);
      if (choice < 5 || twin.isEmpty()) {
        twin.put(table.add("a" + step), "a" + step);
      } else {
        int row = new ArrayList<>(twin.keySet()).get(Math.floorMod(step / 10, twin.size()));
        int oldest = twin.firstKey();
        if (choice < 7) {
          table.set(row, "s" + step);
          twin.put(row, "s" + step);
        } else if (choice < 9) {
          table.remove(choice == 7 ? row : oldest);
          twin.remove(choice == 7 ? row : oldest);
        } else {
          roots.add(table.root());
          copies.add(new ArrayList<>(twin.values()));
        }
      }
    }

    assertThat(new ArrayList<>(table.root())).isEqualTo(new ArrayList<>(twin.values()));
    assertThat(table.present()).isEqualTo(twin.size());
    for (int i = 0; i < roots.size(); i++) {
      assertThat(new ArrayList<>(roots.get(i))).isEqualTo(copies.get(i));
    }
  }
}
