package dev.bourse.itests.karaf;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.ConfigurationAdmin;

/** Who may use the commands of a scope, as its file says. */
final class Roles {
  private static final String PREFIX = "org.apache.karaf.command.acl.";

  private Roles() {}

  /** The commands that a bundle has, whoever may see them. */
  static Stream<Command> commands(Bundle bundle) {
    Enumeration<URL> classes = bundle.findEntries("/", "*Command.class", true);
    return classes == null
        ? Stream.empty()
        : Collections.list(classes).stream()
            .map(url -> load(bundle, url).getAnnotation(Command.class))
            .filter(Objects::nonNull);
  }

  private static Class<?> load(Bundle bundle, URL url) {
    String path = url.getPath();
    String name = path.substring(1, path.length() - ".class".length()).replace('/', '.');
    try {
      return bundle.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(bundle + " has " + url + " and cannot load it", e);
    }
  }

  /** The role of each command that the file of a scope names; nothing if there is no file. */
  static Map<String, String> named(Container karaf, String scope) throws IOException {
    ConfigurationAdmin configurations = karaf.service(ConfigurationAdmin.class);
    Dictionary<String, Object> file =
        configurations.getConfiguration(PREFIX + scope, null).getProperties();
    Map<String, String> roles = new TreeMap<>();
    if (file != null) {
      for (String key : Collections.list(file.keys())) {
        if (!key.startsWith("service.") && !key.startsWith("felix.")) {
          roles.put(key, String.valueOf(file.get(key)));
        }
      }
    }
    return roles;
  }
}
