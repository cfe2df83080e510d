package dev.bourse.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that can be read through an interface without an argument: for tests of what a
 * strategy could know. Any thread.
 */
public final class Peek {
  /** Methods without an argument that ask for something to be done. */
  private static final Set<String> DEEDS = Set.of("close", "cancelAll");

  private Peek() {}

  /**
   * The numbers in the texts of all that the methods of an interface return.
   *
   * @param door the interface, such as {@code Orders.class}
   * @param object what implements it
   */
  public static Set<String> numbers(Class<?> door, Object object) {
    Set<String> numbers = new TreeSet<>();
    Arrays.stream(door.getMethods())
        .filter(method -> method.getParameterCount() == 0 && !DEEDS.contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(method -> numbers.addAll(numbers(call(method, object))));
    return numbers;
  }

  /** The numbers in a text, with their decimals. */
  public static Set<String> numbers(String text) {
    Set<String> numbers = new TreeSet<>(Arrays.asList(text.split("[^0-9.]+", -1)));
    numbers.remove("");
    return numbers;
  }

  private static String call(Method method, Object object) {
    try {
      return String.valueOf(method.invoke(object));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(method + " cannot be read", e);
    }
  }
}
