package dev.bourse.api.config;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The metatype XML of a configuration annotation, which the build writes to {@code
 * OSGI-INF/metatype}.
 */
final class MetatypeFile {
  private final String description;
  private final Map<String, Element> attributes = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();

  private MetatypeFile(Element root) {
    Element ocd = (Element) root.getElementsByTagName("OCD").item(0);
    String text = ocd.getAttribute("description");
    this.description = text.isEmpty() ? ocd.getAttribute("name") : text;
    NodeList nodes = ocd.getElementsByTagName("AD");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element attribute = (Element) nodes.item(i);
      attributes.put(attribute.getAttribute("id"), attribute);
      order.add(attribute.getAttribute("id"));
    }
  }

  static MetatypeFile of(Class<?> type) {
    String path = "/OSGI-INF/metatype/" + type.getName() + ".xml";
    try (InputStream in = type.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException(
            type.getName() + " has no " + path + ": mark it with @ObjectClassDefinition");
      }
      return new MetatypeFile(
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(in)
              .getDocumentElement());
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalArgumentException(path + " of " + type.getName() + " cannot be read", e);
    }
  }

  String description() {
    return description;
  }

  int order(Method method) {
    int index = order.indexOf(Parameters.key(method));
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  Parameter describe(String key, Method method) {
    @Nullable Element attribute = attributes.get(key);
    Object value = method.getDefaultValue();
    return new Parameter(
        key,
        ParameterValue.word(method.getReturnType()),
        value == null ? "" : value.toString(),
        value == null,
        text(attribute, "min"),
        text(attribute, "max"),
        options(attribute),
        text(attribute, "description"),
        "Password".equals(text(attribute, "type")));
  }

  private static String text(@Nullable Element attribute, String name) {
    return attribute == null ? "" : attribute.getAttribute(name);
  }

  private static List<String> options(@Nullable Element attribute) {
    List<String> values = new ArrayList<>();
    if (attribute != null) {
      NodeList nodes = attribute.getElementsByTagName("Option");
      for (int i = 0; i < nodes.getLength(); i++) {
        values.add(((Element) nodes.item(i)).getAttribute("value"));
      }
    }
    return values;
  }
}
