package dev.bourse.data.csv;

import java.util.Map;

/**
 * Where the values stand in a row.
 *
 * @param header whether the first line names the columns
 * @param delimiter the byte between two columns
 * @param columns by role, the column's name in the header, or its number from 1 without one
 */
record Layout(boolean header, byte delimiter, Map<String, String> columns) {
  Layout {
    columns = Map.copyOf(columns);
  }
}
