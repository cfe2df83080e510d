package dev.bourse.engine.manager;

import dev.bourse.api.model.TraderId;
import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.config.Configuration;
import dev.bourse.engine.files.Folders;
import dev.bourse.engine.plugin.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the files of a new trader, each whole or not at all, the trader's own last.
 *
 * <p>Keys {@code account.<name>.<key>}, {@code strategy.<name>.<key>} and {@code risk.<name>.<key>}
 * go into files of their own. Without accounts a simulated one of the trader's name is made; a risk
 * module that is named by its type alone gets a file of this trader's.
 */
final class NewTrader {
  private final Path conf;
  private final Plugins plugins;
  private final List<ConfigFile> existing;
  private final Map<String, ConfigFile> files = new LinkedHashMap<>();

  NewTrader(Path conf, Plugins plugins, List<ConfigFile> existing) {
    this.conf = conf;
    this.plugins = plugins;
    this.existing = existing;
  }

  /**
   * Checks everything, then writes; throws {@link IllegalArgumentException} with a sentence and
   * writes nothing.
   */
  void write(TraderId id, Map<String, String> settings) {
    Map<String, String> own = new TreeMap<>();
    settings.forEach((key, value) -> own.putAll(part(id, key, value)));
    accounts(id, own);
    risks(id, own);
    add(new ConfigFile(ConfigFile.Kind.TRADER, id.value(), own));
    check(id);
    files.values().forEach(this::write);
  }

  /** A key of the trader itself; those of parts are put aside. */
  private Map<String, String> part(TraderId id, String key, String value) {
    for (ConfigFile.Kind kind :
        List.of(ConfigFile.Kind.ACCOUNT, ConfigFile.Kind.STRATEGY, ConfigFile.Kind.RISK)) {
      String prefix = kind.pid().substring(kind.pid().lastIndexOf('.') + 1) + ".";
      int end = key.indexOf('.', prefix.length());
      if (key.startsWith(prefix) && end > prefix.length()) {
        String name = key.substring(prefix.length(), end);
        Map<String, String> values = new TreeMap<>(file(kind, name));
        values.put("trader", id.value());
        values.put(key.substring(end + 1), value);
        add(new ConfigFile(kind, name, values));
        return Map.of();
      }
    }
    return Map.of(key, value);
  }

  private Map<String, String> file(ConfigFile.Kind kind, String name) {
    ConfigFile file = files.get(kind.file(name));
    return file == null ? Map.of() : file.values();
  }

  private void add(ConfigFile file) {
    files.put(file.kind().file(file.name()), file);
  }

  private void accounts(TraderId id, Map<String, String> own) {
    if (!own.containsKey("accounts") && !"live".equals(own.get("mode"))) {
      List<String> named =
          files.values().stream()
              .filter(file -> file.kind() == ConfigFile.Kind.ACCOUNT)
              .map(ConfigFile::name)
              .toList();
      if (named.isEmpty()) {
        own.put("accounts", id.value());
        Map<String, String> values = Map.of("trader", id.value(), "type", "simulated");
        add(new ConfigFile(ConfigFile.Kind.ACCOUNT, id.value(), values));
      } else {
        own.put("accounts", String.join(",", named));
      }
    }
  }

  private void risks(TraderId id, Map<String, String> own) {
    String risk = own.getOrDefault("risk", "none").strip();
    if (risk.equals("none")) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (String part : risk.split(",", -1)) {
      String word = part.strip();
      boolean isType = !ownsRisk(id, word) && plugins.risk(word).isPresent();
      String name = isType ? id + "-" + word : word;
      if (isType) {
        add(new ConfigFile(ConfigFile.Kind.RISK, name, Map.of("trader", id.value(), "type", word)));
      }
      names.add(name);
    }
    own.put("risk", String.join(",", names));
  }

  private boolean ownsRisk(TraderId id, String name) {
    return all().stream()
        .anyMatch(
            file ->
                file.kind() == ConfigFile.Kind.RISK
                    && file.name().equals(name)
                    && id.value().equals(file.values().get("trader")));
  }

  private List<ConfigFile> all() {
    List<ConfigFile> all = new ArrayList<>(existing);
    all.addAll(files.values());
    return all;
  }

  private void check(TraderId id) {
    for (ConfigFile file : files.values()) {
      if (Files.exists(path(file))) {
        throw new IllegalArgumentException(
            file + " exists already in " + conf + ": choose another name or edit it");
      }
    }
    List<String> problems = Configuration.of(all()).refused().get(id);
    if (problems != null) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private Path path(ConfigFile file) {
    return conf.resolve(file.kind().file(file.name()));
  }

  private void write(ConfigFile file) {
    StringBuilder text =
        new StringBuilder("# ").append(file.kind()).append(' ').append(file.name());
    text.append(", made by trader:create\n");
    file.values()
        .forEach(
            (key, value) ->
                text.append(key).append(" = ").append(value.replace("\\", "\\\\")).append('\n'));
    try {
      Folders.replace(path(file), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          path(file) + " cannot be written: " + e.getMessage() + "; make the folder writable", e);
    }
  }
}
