package dev.bourse.control.shell.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.control.shell.Demo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      Table.orElse("Nothing here.").words("Name", "Open").numbers("Last price").words("Detail");

  @Test
  void alignsWordsLeftAndNumbersRight() {
    table.row("a", true, "805.10", "first").row("longer", false, 7L, null);

    assertThat(table.text())
        .isEqualTo(
            """
            Name    Open  Last price  Detail
            ------  ----  ----------  ------
            a       yes       805.10  first
            longer  no             7  -
            """);
  }

  @Test
  void keepsARowOnOneLine() {
    table.row("a", true, 1L, "two\nlines\tand a tab");

    assertThat(table.tabs())
        .isEqualTo("Name\tOpen\tLast price\tDetail\na\tyes\t1\ttwo lines and a tab\n");
    assertThat(table.text().lines()).hasSize(3);
  }

  @Test
  void givesScriptsExactValuesAndNothingForADash() {
    table.row("a", true, Estimate.of(Demo.usd("10012.34567891")), "-").row("b", false, 2L, "");

    assertThat(table.text()).contains("10012.35 USD");
    assertThat(table.tabs()).endsWith("a\tyes\t10012.34567891 USD\t\nb\tno\t2\t\n");
    assertThat(table.json())
        .isEqualTo(
            """
            [
            {"name":"a","open":true,"lastPrice":"10012.34567891 USD","detail":null},
            {"name":"b","open":false,"lastPrice":2,"detail":null}
            ]
            """);
  }

  @Test
  void saysASentenceWithoutRows() {
    assertThat(table.text()).isEqualTo("Nothing here.\n");
    assertThat(table.tabs()).isEqualTo("Name\tOpen\tLast price\tDetail\n");
    assertThat(table.json()).isEqualTo("[]\n");
  }

  @Test
  void refusesARowThatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.row("a"))
        .withMessage("1 values do not fit the 4 columns [Name, Open, Last price, Detail]");
  }

  @Test
  void writesJsonThatEveryReaderTakes() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("quote\"", "back\\slash\n\r\t\u0001");
    object.put("list", Arrays.asList(1, 2L, true, null, List.of()));
    object.put("nested", Map.of("price", Demo.BTCUSD.price("805.10")));

    String json = Json.of(object);

    assertThat(json)
        .isEqualTo(
            "{\"quote\\\"\":\"back\\\\slash\\n\\r\\t\\u0001\",\"list\":[1,2,true,null,[]],"
                + "\"nested\":{\"price\":\"805.10\"}}");
  }

  @Test
  void alignsPairsThatAreNeighbours() {
    Sheet sheet = new Sheet().line("Title").pair("A", 1).pair("Longer", "x").pair("Empty", "");

    sheet.heading("Next").sentence("One.").pair("B", true);

    assertThat(sheet.text())
        .isEqualTo(
            """
            Title
              A       1
              Longer  x

            Next
              - One.
              B  true
            """);
  }
}
