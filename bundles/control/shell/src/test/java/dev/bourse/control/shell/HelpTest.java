package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.control.shell.base.ListingCommand;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Completer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code --help} and TAB promise, for every command there is. */
@Tag("P4")
class HelpTest {
  private static final Set<String> FREE =
      Set.of("name", "settings", "options", "quantity", "reason", "symbol");

  @Test
  void everyVerbOfTheScopesIsThere() {
    Map<String, Class<?>> commands = Terminal.all();

    assertThat(commands.keySet())
        .containsExactly(
            "backtest:compare",
            "backtest:list",
            "backtest:run",
            "backtest:show",
            "backtest:sweep",
            "backtest:verify",
            "data:check",
            "data:download",
            "data:export",
            "data:import",
            "data:list",
            "exchange:check",
            "exchange:info",
            "exchange:instruments",
            "exchange:list",
            "order:cancel",
            "order:history",
            "order:info",
            "order:list",
            "order:pending",
            "order:submit",
            "position:history",
            "position:list",
            "risk:halt",
            "risk:info",
            "risk:list",
            "risk:reset",
            "risk:status",
            "signal:close",
            "signal:info",
            "signal:list",
            "strategy:info",
            "strategy:list",
            "trace:explain",
            "trace:tail",
            "trader:balance",
            "trader:config",
            "trader:create",
            "trader:emergency",
            "trader:fills",
            "trader:flatten",
            "trader:info",
            "trader:list",
            "trader:pause",
            "trader:profit",
            "trader:reconcile",
            "trader:resume",
            "trader:start",
            "trader:status",
            "trader:stop",
            "trader:watchers");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandHasADescriptionAndAnExampleOfItself(Class<?> type) {
    Command command = type.getAnnotation(Command.class);

    String name = command.scope() + ":" + command.name();

    assertThat(command.description()).matches("[A-Z].*[^.]");
    assertThat(command.detailedDescription()).contains("Example:\n  " + name);
    assertThat(command.detailedDescription()).doesNotContain("\t");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandPrintsItsHelp(Class<?> type) {
    Command command = type.getAnnotation(Command.class);
    String name = command.scope() + ":" + command.name();

    String help = Terminal.help(name);

    assertThat(help).contains("DESCRIPTION", "SYNTAX", "DETAILS", command.description());
    assertThat(help).contains("          " + name);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionAndArgumentIsDescribed(Class<?> type) {
    Stream<String> options =
        fields(type, Option.class).map(field -> field.getAnnotation(Option.class).description());
    Stream<String> arguments =
        fields(type, Argument.class)
            .map(field -> field.getAnnotation(Argument.class).description());

    assertThat(Stream.concat(options, arguments)).allMatch(text -> text.matches("[A-Za-z-].*[^.]"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tabCompletesEveryArgumentThatNamesSomething(Class<?> type) {
    Stream<Field> arguments =
        fields(type, Argument.class)
            .filter(field -> !FREE.contains(field.getAnnotation(Argument.class).name()));

    assertThat(arguments).allMatch(field -> field.isAnnotationPresent(Completion.class));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyListPrintsForPeopleForPipesAndAsJson(Class<?> type) {
    Command command = type.getAnnotation(Command.class);

    Stream<String> options =
        fields(type, Option.class).map(field -> field.getAnnotation(Option.class).name());

    if (command.name().equals("list") || ListingCommand.class.isAssignableFrom(type)) {
      assertThat(options).contains("--json", "--no-format");
    }
  }

  @Test
  void everyCompleterIsAServiceOfKaraf() {
    Stream<Class<?>> completers =
        BundleClasses.all().stream()
            .filter(Completer.class::isAssignableFrom)
            .filter(type -> !java.lang.reflect.Modifier.isAbstract(type.getModifiers()));

    assertThat(completers).hasSize(17).allMatch(type -> type.isAnnotationPresent(Service.class));
  }

  static Stream<Class<?>> commands() {
    return Terminal.all().values().stream();
  }

  private static Stream<Field> fields(
      Class<?> type, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Stream.<Class<?>>iterate(type, each -> each != Object.class, Class::getSuperclass)
        .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
        .filter(field -> field.isAnnotationPresent(annotation));
  }
}
