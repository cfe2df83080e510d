package dev.bourse.api.config;

import java.math.BigDecimal;
import java.util.Locale;

/** Reads one value as its declared type and checks its range. */
final class ParameterValue {
  private ParameterValue() {}

  static Object parse(Parameter parameter, Class<?> type, String text) {
    Object value = parse(parameter.name(), type, text);
    if (!parameter.options().isEmpty() && !parameter.options().contains(text)) {
      throw new IllegalArgumentException(
          parameter.name()
              + "="
              + text
              + " must be one of "
              + String.join(", ", parameter.options()));
    }
    if (value instanceof Number) {
      requireRange(parameter, text);
    }
    return value;
  }

  private static Object parse(String name, Class<?> type, String text) {
    try {
      if (type == int.class) {
        return Integer.parseInt(text);
      } else if (type == long.class) {
        return Long.parseLong(text);
      } else if (type == double.class) {
        return Double.parseDouble(text);
      } else if (type == boolean.class) {
        return yesOrNo(name, text);
      } else if (type == String.class) {
        return text;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + text + " must be " + word(type), e);
    }
    throw new IllegalArgumentException(name + " has the unsupported type " + type.getSimpleName());
  }

  private static Boolean yesOrNo(String name, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException(name + "=" + text + " must be true or false");
    };
  }

  private static void requireRange(Parameter parameter, String text) {
    BigDecimal value = new BigDecimal(text);
    boolean low =
        !parameter.min().isEmpty() && value.compareTo(new BigDecimal(parameter.min())) < 0;
    boolean high =
        !parameter.max().isEmpty() && value.compareTo(new BigDecimal(parameter.max())) > 0;
    if (low || high) {
      throw new IllegalArgumentException(
          parameter.name() + "=" + text + " is out of range: it must be " + parameter.range());
    }
  }

  static String word(Class<?> type) {
    if (type == int.class || type == long.class) {
      return "integer";
    }
    if (type == double.class) {
      return "number";
    }
    return type == boolean.class ? "yes/no" : "text";
  }
}
