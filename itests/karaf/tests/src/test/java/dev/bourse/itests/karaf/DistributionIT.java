package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.cm.ConfigurationAdmin;

/** What the distribution is after its first boot. */
@InsideKaraf
class DistributionIT {
  @Test
  void everyFeatureOfBourseIsInstalled(Container karaf) throws Exception {
    FeaturesService features = karaf.service(FeaturesService.class);

    List<Feature> ours = ourFeatures(features);

    assertThat(ours).extracting(Feature::getName).contains("bourse", "bourse-platform");
    assertThat(ours).allMatch(features::isInstalled);
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
    return List.of(ours.getFeatures());
  }

  private static boolean isOurs(URI repository) {
    return repository.toString().startsWith("mvn:dev.bourse/bourse-features/");
  }

  private static int startLevel(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).getStartLevel();
  }
}
