package dev.bourse.api.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a configuration annotation declares, and a strict reader of values for it.
 *
 * <p>Every value is read and checked once; what is handed out is a snapshot that never fails later.
 * Unknown keys, wrong types and values out of range are all reported together in one {@link
 * ConfigException}.
 *
 * @param <C> the annotation type
 */
public final class Parameters<C> {
  private final Class<C> type;
  private final List<Method> methods;
  private final MetatypeFile metatype;

  private Parameters(Class<C> type) {
    this.type = type;
    this.metatype = MetatypeFile.of(type);
    this.methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
            .sorted(Comparator.comparingInt(metatype::order).thenComparing(Method::getName))
            .toList();
  }

  /**
   * The parameters of an annotation type; throws {@link IllegalArgumentException} if it has no
   * metatype file.
   */
  public static <C> Parameters<C> of(Class<C> type) {
    if (!type.isAnnotation()) {
      throw new IllegalArgumentException(type.getName() + " must be an annotation type");
    }
    return new Parameters<>(type);
  }

  /** A short text for the whole set, from the annotation's declaration. */
  public String description() {
    return metatype.description();
  }

  /** The parameters in the order of the metatype file. */
  public List<Parameter> list() {
    return methods.stream().map(this::describe).toList();
  }

  /** The defaults; throws {@link ConfigException} if a parameter without default exists. */
  public C defaults() {
    return read(Map.of());
  }

  /**
   * The values as they work, by name: given ones and, where nothing is given, the defaults. Secrets
   * are masked. Throws {@link ConfigException} with every problem found.
   */
  public SortedMap<String, String> effective(Map<String, String> given) {
    read(given);
    SortedMap<String, String> all = new TreeMap<>();
    for (Parameter each : list()) {
      String value = given.getOrDefault(each.name(), each.defaultValue()).strip();
      all.put(each.name(), each.secret() ? "***" : value);
    }
    return all;
  }

  /** Reads and checks all values; throws {@link ConfigException} with every problem found. */
  public C read(Map<String, String> values) {
    List<String> problems = new ArrayList<>();
    Map<String, Object> read = new LinkedHashMap<>();
    Map<String, Object> shown = new LinkedHashMap<>();
    Map<String, String> left = new TreeMap<>(values);
    for (Method method : methods) {
      Parameter parameter = describe(method);
      String text = left.remove(parameter.name());
      Object value =
          text == null ? method.getDefaultValue() : parse(parameter, method, text, problems);
      if (value != null) {
        read.put(method.getName(), value);
        shown.put(parameter.name(), parameter.secret() ? "***" : value);
      } else if (text == null) {
        problems.add(missing(parameter));
      }
    }
    left.keySet().forEach(key -> problems.add(unknown(key)));
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    Snapshot snapshot = new Snapshot(type, Map.copyOf(read), "@" + type.getSimpleName() + shown);
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, snapshot));
  }

  private Parameter describe(Method method) {
    return metatype.describe(key(method), method);
  }

  private static String missing(Parameter parameter) {
    String text = parameter.name() + " is missing";
    return parameter.description().isEmpty() ? text : text + ": " + parameter.description();
  }

  private String unknown(String key) {
    List<String> known = methods.stream().map(Parameters::key).toList();
    return "unknown key \"" + key + "\": known are " + String.join(", ", known);
  }

  private static @Nullable Object parse(
      Parameter parameter, Method method, String text, List<String> problems) {
    try {
      return ParameterValue.parse(parameter, method.getReturnType(), text.strip());
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /**
   * The key of a method by the rules of DS: {@code _} is {@code .}, {@code __} is {@code _}, {@code
   * $_$} is {@code -}.
   */
  static String key(Method method) {
    return method
        .getName()
        .replace("$_$", "-")
        .replace("__", "\u0000")
        .replace('_', '.')
        .replace('\u0000', '_');
  }

  /**
   * Answers the annotation's methods from values that were read once.
   *
   * @param type the annotation type
   * @param values value by method name
   * @param text what {@code toString} says, secrets masked
   */
  private record Snapshot(Class<?> type, Map<String, Object> values, String text)
      implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      Object value = values.get(method.getName());
      if (value != null) {
        return value;
      }
      return switch (method.getName()) {
        case "annotationType" -> type;
        case "hashCode" -> values.hashCode();
        case "equals" -> arguments != null && arguments[0] == proxy;
        default -> text;
      };
    }
  }
}
