package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the distribution is after its first boot. */
@InsideKaraf
class DistributionIT {
  private static final Set<String> SCOPES =
      Set.of(
          "trader",
          "order",
          "position",
          "strategy",
          "exchange",
          "risk",
          "signal",
          "trace",
          "backtest",
          "data",
          "alert");

  /** What is at hand and installed only by who wants it. */
  private static final Set<String> OPTIONAL = Set.of("bourse-venue-binance");

  @Test
  void everyFeatureOfBourseIsInstalled(Container karaf) throws Exception {
    FeaturesService features = karaf.service(FeaturesService.class);

    List<Feature> ours = ourFeatures(features);

    assertThat(ours).extracting(Feature::getName).contains("bourse", "bourse-platform");
    assertThat(ours)
        .filteredOn(feature -> !feature.getName().equals("bourse"))
        .allMatch(features::isInstalled);
  }

  @Test
  @Tag("P2")
  void everyPartOfTheDefaultSetIsAskedForByItselfSoThatItCanBeUninstalled(Container karaf)
      throws Exception {
    FeaturesService features = karaf.service(FeaturesService.class);

    List<String> set =
        features.getFeature("bourse").getDependencies().stream().map(Dependency::getName).toList();

    assertThat(set)
        .hasSizeGreaterThan(10)
        .allSatisfy(part -> assertThat(features.isRequired(features.getFeature(part))).isTrue());
  }

  @Test
  void everyBundleOfOurFeaturesIsActive(Container karaf) throws Exception {
    List<String> locations =
        ourFeatures(karaf.service(FeaturesService.class)).stream()
            .flatMap(feature -> feature.getBundles().stream())
            .filter(bundle -> !bundle.isDependency()) // those come only when somebody imports them
            .map(BundleInfo::getLocation)
            .toList();

    Stream<Bundle> bundles =
        karaf.bundles().filter(bundle -> locations.contains(bundle.getLocation()));

    assertThat(bundles)
        .hasSameSizeAs(locations)
        .allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE));
  }

  @Test
  void everyBundleOfTheContainerIsActiveUnlessItIsAFragment(Container karaf) {
    Stream<Bundle> idle =
        karaf
            .bundles()
            .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
            .filter(bundle -> bundle.getState() != Bundle.ACTIVE);

    assertThat(idle).isEmpty();
  }

  @Test
  void theEngineStartsLastAndSoStopsFirst(Container karaf) {
    int engine = startLevel(karaf.bundle("dev.bourse.engine"));

    Stream<Bundle> others =
        karaf
            .bundles()
            .filter(bundle -> bundle.getSymbolicName().startsWith("dev.bourse."))
            .filter(bundle -> !bundle.getSymbolicName().startsWith("dev.bourse.itests."))
            .filter(bundle -> !bundle.getSymbolicName().equals("dev.bourse.engine"));

    assertThat(engine).isEqualTo(90);
    assertThat(others)
        .isNotEmpty()
        .allSatisfy(bundle -> assertThat(startLevel(bundle)).isLessThan(80));
  }

  @Test
  void theShellOverSshAnswersOnThisMachineOnly(Container karaf) throws IOException {
    ConfigurationAdmin configurations = karaf.service(ConfigurationAdmin.class);

    var shell = configurations.getConfiguration("org.apache.karaf.shell", null).getProperties();

    assertThat(shell.get("sshHost")).isEqualTo("127.0.0.1");
  }

  @Test
  @Tag("P5")
  void everyCommandOfOursHasItsRoleInAFileAndNoFileNamesACommandThatIsNotThere(Container karaf)
      throws Exception {
    Set<String> commands =
        karaf
            .bundles()
            .filter(bundle -> bundle.getSymbolicName().startsWith("dev.bourse."))
            .flatMap(Roles::commands)
            .map(command -> command.scope() + ":" + command.name())
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> named = new TreeSet<>();
    for (String scope : SCOPES) {
      Roles.named(karaf, scope).keySet().forEach(command -> named.add(scope + ":" + command));
    }

    assertThat(commands).hasSizeGreaterThan(30);
    assertThat(named).isEqualTo(commands);
  }

  @Test
  @Tag("P5")
  void whatOnlyLooksIsForViewersAndWhatActsIsNot(Container karaf) throws Exception {
    Map<String, String> exchange = Roles.named(karaf, "exchange");
    Map<String, String> risk = Roles.named(karaf, "risk");
    Map<String, String> trader = Roles.named(karaf, "trader");

    assertThat(exchange).containsEntry("info", "viewer").containsEntry("list", "viewer");
    assertThat(risk).containsEntry("info", "viewer").containsEntry("halt", "operator");
    assertThat(trader).containsEntry("fills", "viewer").containsEntry("create", "admin");
  }

  @Test
  void theRecordedTradesAreInTheDistribution(Container karaf) throws IOException {
    try (Stream<String> lines =
        Files.lines(karaf.home("market-data/bitstamp/bitstamp_trades.csv"))) {
      List<String> trades = lines.toList();

      assertThat(trades).hasSize(100_001);
      assertThat(trades.get(0)).isEqualTo("timestamp,price,amount");
    }
  }

  private static List<Feature> ourFeatures(FeaturesService features) throws Exception {
    Repository ours =
        Stream.of(features.listRepositories())
            .filter(repository -> isOurs(repository.getURI()))
            .findFirst()
            .orElseThrow();
    return Stream.of(ours.getFeatures())
        .filter(feature -> !OPTIONAL.contains(feature.getName()))
        .toList();
  }

  private static boolean isOurs(URI repository) {
    return repository.toString().startsWith("mvn:dev.bourse/bourse-features/");
  }

  private static int startLevel(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).getStartLevel();
  }
}
