package dev.bourse.data.parquet.file;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.NanoSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;

/** Columns in Parquet's words. Pure functions. */
final class Schema {
  /** The digits of a 64-bit decimal. */
  private static final int DIGITS = 18;

  private Schema() {}

  /** A root and a required element for each column. */
  static List<SchemaElement> of(List<Column> columns) {
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement("bourse");
    root.setNum_children(columns.size());
    schema.add(root);
    columns.forEach(each -> schema.add(element(each)));
    return schema;
  }

  /** The columns of a schema that {@link #of} made; throws for any other. */
  static List<Column> columns(List<SchemaElement> schema) {
    List<Column> columns = new ArrayList<>();
    for (SchemaElement each : schema.subList(1, schema.size())) {
      Column column = column(each);
      if (!element(column).equals(each)) {
        throw new IllegalArgumentException("column " + each.getName() + " is not one of Bourse's");
      }
      columns.add(column);
    }
    return columns;
  }

  static Type physical(Column column) {
    return column.isText() ? Type.BYTE_ARRAY : Type.INT64;
  }

  private static SchemaElement element(Column column) {
    SchemaElement element = new SchemaElement(column.name());
    element.setType(physical(column));
    element.setRepetition_type(FieldRepetitionType.REQUIRED);
    switch (column.type()) {
      case TIME ->
          element.setLogicalType(
              LogicalType.TIMESTAMP(new TimestampType(true, TimeUnit.NANOS(new NanoSeconds()))));
      case DECIMAL -> {
        element.setLogicalType(LogicalType.DECIMAL(new DecimalType(column.decimals(), DIGITS)));
        element.setConverted_type(ConvertedType.DECIMAL);
        element.setScale(column.decimals());
        element.setPrecision(DIGITS);
      }
      case NUMBER -> {}
      case TEXT -> {
        element.setLogicalType(LogicalType.STRING(new StringType()));
        element.setConverted_type(ConvertedType.UTF8);
      }
    }
    return element;
  }

  private static Column column(SchemaElement element) {
    if (element.getType() == Type.BYTE_ARRAY) {
      return Column.text(element.getName());
    }
    if (!element.isSetLogicalType()) {
      return Column.number(element.getName());
    }
    return element.getLogicalType().isSetDECIMAL()
        ? Column.decimal(element.getName(), element.getScale())
        : Column.time(element.getName());
  }
}
