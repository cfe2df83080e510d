package dev.bourse.api.config;

import dev.bourse.api.model.Decimals;
import java.math.BigDecimal;
import java.util.Locale;

/** Reads one value as its declared type and checks its range. Secrets stay out of the messages. */
final class ParameterValue {
  private ParameterValue() {}

  static Object parse(Parameter parameter, Class<?> type, String text) {
    String shown = parameter.name() + "=" + (parameter.secret() ? "***" : text);
    Object value = parse(shown, type, text);
    if (!parameter.options().isEmpty() && !parameter.options().contains(text)) {
      throw new IllegalArgumentException(
          shown + " must be one of " + String.join(", ", parameter.options()));
    }
    if (value instanceof Number) {
      requireRange(shown, parameter, new BigDecimal(value.toString()));
    }
    return value;
  }

  private static Object parse(String shown, Class<?> type, String text) {
    if (type == String.class) {
      return text;
    } else if (type == boolean.class) {
      return yesOrNo(shown, text);
    }
    try {
      if (type == int.class) {
        return Integer.parseInt(text);
      } else if (type == long.class) {
        return Long.parseLong(text);
      } else if (type == double.class) {
        return Decimals.parse(text).doubleValue();
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(shown + " must be a plain " + word(type), e);
    }
    throw new IllegalArgumentException(shown + " has the unsupported type " + type.getSimpleName());
  }

  private static Boolean yesOrNo(String shown, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException(shown + " must be true or false");
    };
  }

  private static void requireRange(String shown, Parameter parameter, BigDecimal value) {
    boolean low =
        !parameter.min().isEmpty() && value.compareTo(new BigDecimal(parameter.min())) < 0;
    boolean high =
        !parameter.max().isEmpty() && value.compareTo(new BigDecimal(parameter.max())) > 0;
    if (low || high) {
      throw new IllegalArgumentException(
          shown + " is out of range: it must be " + parameter.range());
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
