package dev.bourse.control.shell.plugin;

import dev.bourse.api.config.Parameter;
import dev.bourse.api.trader.PluginInfo;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plug-ins in words. */
public final class Plugins {
  private Plugins() {}

  /** The installed types of a kind, sorted. */
  public static List<String> types(Services services, String kind) {
    return services.find(TraderRegistry.class).stream()
        .flatMap(registry -> registry.plugins().stream())
        .filter(plugin -> plugin.kind().equals(kind))
        .map(PluginInfo::type)
        .sorted()
        .toList();
  }

  /** A line that names the installed types of a kind; ends with a line feed. */
  public static String installed(Services services, String kind) {
    List<String> types = types(services, kind);
    return types.isEmpty()
        ? "No type of " + kind + " is installed. Drop a bundle into deploy/.\n"
        : "Installed types: "
            + String.join(", ", types)
            + ". Parameters with: "
            + kind
            + ":info "
            + types.get(0)
            + "\n";
  }

  /** The plug-in of that kind and type, or a refusal that names those there are. */
  public static PluginInfo require(List<PluginInfo> plugins, String kind, String type) {
    return plugins.stream()
        .filter(plugin -> plugin.kind().equals(kind) && plugin.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new Refusal(unknown(plugins, kind, type)));
  }

  /** A plug-in with its parameters. */
  public static String page(PluginInfo plugin) {
    Table table =
        Table.orElse("It has no parameters.")
            .words("Parameter", "Type", "Default", "Range", "Description");
    for (Parameter parameter : plugin.parameters()) {
      table.row(
          parameter.name(),
          parameter.type(),
          value(parameter),
          parameter.range(),
          parameter.description());
    }
    return page(plugin, table);
  }

  /**
   * A plug-in with its parameters as they work in one instance.
   *
   * @param values the effective values by parameter, secrets masked
   */
  public static String page(PluginInfo plugin, Map<String, String> values) {
    Table table =
        Table.orElse("It has no parameters.")
            .words("Parameter", "Value", "Default", "Range", "Description");
    for (Parameter parameter : plugin.parameters()) {
      table.row(
          parameter.name(),
          values.get(parameter.name()),
          value(parameter),
          parameter.range(),
          parameter.description());
    }
    return page(plugin, table);
  }

  private static String page(PluginInfo plugin, Table table) {
    return new Sheet()
        .line(plugin.kind() + " " + plugin.type() + ": " + plugin.description())
        .pair("Bundle", plugin.bundle() + " " + plugin.version())
        .heading("Parameters")
        .table(table)
        .text();
  }

  private static String value(Parameter parameter) {
    if (parameter.required()) {
      return "(must be given)";
    }
    return parameter.secret() && !parameter.defaultValue().isEmpty()
        ? "***"
        : parameter.defaultValue();
  }

  private static String unknown(List<PluginInfo> plugins, String kind, String type) {
    String known =
        plugins.stream()
            .filter(plugin -> plugin.kind().equals(kind))
            .map(PluginInfo::type)
            .sorted()
            .collect(Collectors.joining(", "));
    return "No "
        + kind
        + " of type \""
        + type
        + "\" is installed. "
        + (known.isEmpty() ? "There is none." : "There are: " + known + ".");
  }
}
