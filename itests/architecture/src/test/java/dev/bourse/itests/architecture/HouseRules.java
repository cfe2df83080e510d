package dev.bourse.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dependency rule itself, so that the rules built on it cannot be satisfied by accident. */
class HouseRules {
  @ParameterizedTest
  @CsvSource({
    "dev.bourse.api.model, dev.bourse.api",
    "dev.bourse.engine.osgi, dev.bourse.engine",
    "dev.bourse.risk.limits, dev.bourse.risk.limits",
    "dev.bourse.persistence.mapdb.file, dev.bourse.persistence.mapdb"
  })
  void knowsTheModuleOfAPackage(String packageName, String module) {
    assertThat(House.moduleOf(packageName)).isEqualTo(module);
  }

  @ParameterizedTest
  @CsvSource({
    "dev.bourse.core, dev.bourse.api, true",
    "dev.bourse.engine, dev.bourse.core, true",
    "dev.bourse.risk.limits, dev.bourse.api, true",
    "dev.bourse.api, dev.bourse.core, false",
    "dev.bourse.report, dev.bourse.core, false",
    "dev.bourse.engine, dev.bourse.backtest, false",
    "dev.bourse.risk.limits, dev.bourse.engine, false",
    "dev.bourse.risk.limits, dev.bourse.risk.breakers, false"
  })
  void knowsWhoMaySeeWhom(String module, String other, boolean allowed) {
    assertThat(House.maySee(module, other)).isEqualTo(allowed);
  }

  @Test
  void otherPeoplesPackagesAreNotOurs() {
    assertThat(House.isOurs("dev.bourse.api")).isTrue();
    assertThat(House.isOurs("dev.bourseother")).isFalse();
    assertThat(House.isOurs("java.util")).isFalse();
  }
}
