package dev.bourse.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.useOwnExamBundlesStartLevel;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.useOwnKarafExamSystemConfiguration;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ops4j.pax.exam.ConfigurationFactory;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.karaf.options.libraries.OverrideJUnitBundlesOption;

/** The container of every test: our distribution as built, and what runs JUnit 5 in it. */
public final class Distribution implements ConfigurationFactory {
  /** In an order in which each finds what it imports. */
  private static final String[] TEST_BUNDLES = {
    "opentest4j",
    "junit-platform-commons",
    "junit-platform-engine",
    "junit-platform-launcher",
    "junit-jupiter-api",
    "junit-jupiter-params",
    "junit-jupiter-engine",
    "byte-buddy",
    "assertj-core",
    "bourse-itests-karaf-invoker"
  };

  /** Called by Pax Exam, in the build only. */
  public Distribution() {}

  @Override
  public Option[] createConfiguration() {
    return new Option[] {
      distribution(), jupiter(), isolation(), keepRuntimeFolder(), logLevel(LogLevel.INFO)
    };
  }

  private static Option distribution() {
    return karafDistributionConfiguration()
        .frameworkUrl(url("bourse-karaf.tar.gz"))
        .name("Bourse")
        .karafVersion(System.getProperty("karaf.version"))
        .unpackDirectory(new File(System.getProperty("bourse.exam")))
        .useDeployFolder(false);
  }

  private static Option jupiter() {
    return composite(
        useOwnKarafExamSystemConfiguration("jupiter"),
        // Bundles of tests come after the engine: while they start, the house is already standing.
        useOwnExamBundlesStartLevel(95),
        new OverrideJUnitBundlesOption(),
        composite(
            Stream.of(TEST_BUNDLES)
                .map(name -> bundle(url(name + ".jar")))
                .toArray(Option[]::new)));
  }

  /** No fixed port, no console, and the local repository that Maven itself uses. */
  private static Option isolation() {
    return composite(
        systemProperty("bourse.own").value(System.getProperty("bourse.own")),
        systemProperty("bourse.figures").value(System.getProperty("bourse.figures")),
        configureConsole().ignoreLocalConsole(),
        editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "0"),
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg",
            "org.ops4j.pax.url.mvn.localRepository",
            System.getProperty("bourse.repository")));
  }

  private static String url(String file) {
    return Path.of(System.getProperty("bourse.container"), file).toUri().toString();
  }
}
