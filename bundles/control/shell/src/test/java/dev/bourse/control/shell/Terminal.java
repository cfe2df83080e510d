package dev.bourse.control.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;

/**
 * Runs command lines as Karaf does: its own preparator reads options and arguments, a fake session
 * takes what is printed and gives the answers that were laid out.
 */
public final class Terminal {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Map<String, Class<?>> COMMANDS = commands();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final Deque<String> answers = new ArrayDeque<>();
  private final FakeContext services = new FakeContext();
  private boolean interactive = true;

  /** All commands by scope and name. */
  public static Map<String, Class<?>> all() {
    return COMMANDS;
  }

  /** Makes a service available. */
  public <T> Terminal offer(Class<T> type, T service) {
    services.offer(type, service);
    return this;
  }

  /** Makes a bundle known. */
  public Terminal bundle(String symbolicName, long id, int state) {
    services.bundle(symbolicName, id, state);
    return this;
  }

  /** As over SSH with a command: nobody can be asked. */
  public Terminal headless() {
    interactive = false;
    return this;
  }

  /** Lays out the answer to the next question. */
  public Terminal answering(String text) {
    answers.add(text);
    return this;
  }

  /** Runs one command line and returns what was printed, the error's sentence last. */
  public String run(String line) {
    printed.reset();
    try {
      List<Object> words = words(line);
      Action action = instance(COMMANDS, words.remove(0).toString());
      if (new DefaultActionPreparator().prepare(action, session(), words)) {
        action.execute();
      }
    } catch (CommandException e) {
      console.println(e.getNiceHelp());
    } catch (Exception e) {
      throw new AssertionError("\"" + line + "\" let an exception through", e);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** What {@code --help} prints, without the codes that make words bold. */
  public static String help(String command) {
    PrintStream before = System.out;
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    System.setOut(new PrintStream(page, true, StandardCharsets.UTF_8));
    try {
      new Terminal().run(command + " --help");
    } finally {
      System.setOut(before);
    }
    return page.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[\\d*m", "");
  }

  /** What TAB offers for the given beginning. */
  public List<String> complete(Class<? extends Completer> type, String beginning) {
    List<String> candidates = new ArrayList<>();
    CommandLine line =
        proxy(
            CommandLine.class,
            (method, arguments) ->
                switch (method) {
                  case "getCursorArgument" -> beginning;
                  case "getArgumentPosition" -> beginning.length();
                  case "getBufferPosition" -> beginning.length();
                  default -> throw new UnsupportedOperationException(method);
                });
    try {
      Completer completer = type.getConstructor().newInstance();
      inject(completer);
      completer.complete(session(), line, candidates);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made", e);
    }
    return candidates.stream().map(String::strip).toList();
  }

  private Action instance(Map<String, Class<?>> commands, String name) {
    Class<?> type = commands.get(name);
    if (type == null) {
      throw new AssertionError("there is no command " + name + " among " + commands.keySet());
    }
    try {
      Action action = (Action) type.getConstructor().newInstance();
      inject(action);
      return action;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name + " cannot be made", e);
    }
  }

  private void inject(Object target) throws ReflectiveOperationException {
    for (Class<?> type = target.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getAnnotation(Reference.class) != null) {
          field.setAccessible(true);
          field.set(target, field.getType() == Session.class ? session() : services.context());
        }
      }
    }
  }

  private Session session() {
    return proxy(
        Session.class,
        (method, arguments) ->
            switch (method) {
              case "getConsole" -> console;
              case "getTerminal" ->
                  interactive
                      ? proxy(org.apache.karaf.shell.api.console.Terminal.class, (m, a) -> 200)
                      : null;
              case "get" -> "USER".equals(arguments[0]) ? "karaf" : null;
              case "readLine" -> {
                console.print(arguments[0]);
                console.println(answers.element());
                yield answers.remove();
              }
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private static List<Object> words(String line) {
    List<Object> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new TreeMap<>();
    for (Class<?> type : BundleClasses.all()) {
      Command command = type.getAnnotation(Command.class);
      if (command != null) {
        commands.put(command.scope() + ":" + command.name(), type);
      }
    }
    return commands;
  }

  /** Answers the methods of an interface by name. */
  interface Methods {
    @Nullable Object call(String method, Object[] arguments);
  }

  static <T> T proxy(Class<T> type, Methods methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getName().equals("hashCode") && method.getParameterCount() == 0
                    ? System.identityHashCode(proxy)
                    : methods.call(
                        method.getName(), arguments == null ? new Object[0] : arguments)));
  }
}
