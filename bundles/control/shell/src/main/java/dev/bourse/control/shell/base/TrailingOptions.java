package dev.bourse.control.shell.base;

import dev.bourse.control.shell.service.Refusal;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Option;

/**
 * Options that stand behind the arguments. Karaf reads options before the first argument only;
 * people write {@code trader:stop demo --yes}.
 */
final class TrailingOptions {
  private final Object command;

  TrailingOptions(Object command) {
    this.command = command;
  }

  /** Sets the options; refuses words that are none. */
  void apply(List<String> words) {
    Iterator<String> left = words.iterator();
    while (left.hasNext()) {
      String word = left.next();
      int equals = word.startsWith("-") ? word.indexOf('=') : -1;
      String name = equals < 0 ? word : word.substring(0, equals);
      Field field =
          field(name)
              .orElseThrow(() -> new Refusal("\"" + word + "\" is too much here. See --help."));
      if (field.getType() == boolean.class) {
        set(field, equals < 0 || Boolean.parseBoolean(word.substring(equals + 1)));
      } else if (equals >= 0) {
        set(field, word.substring(equals + 1));
      } else if (left.hasNext()) {
        set(field, left.next());
      } else {
        throw new Refusal("Option " + name + " needs a value. See --help.");
      }
    }
  }

  private Optional<Field> field(String name) {
    for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Option option = field.getAnnotation(Option.class);
        if (option != null
            && (option.name().equals(name) || Arrays.asList(option.aliases()).contains(name))) {
          field.setAccessible(true);
          return Optional.of(field);
        }
      }
    }
    return Optional.empty();
  }

  private void set(Field field, Object value) {
    try {
      if (field.getType() == int.class) {
        field.setInt(command, number(field, value.toString()));
      } else if (List.class.isAssignableFrom(field.getType())) {
        List<Object> values = new ArrayList<>((List<?>) field.get(command));
        values.add(value);
        field.set(command, values);
      } else {
        field.set(command, value);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible", e);
    }
  }

  private static int number(Field field, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal(
          "Option "
              + field.getAnnotation(Option.class).name()
              + " needs a number, not \""
              + text
              + "\".");
    }
  }
}
