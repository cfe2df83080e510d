package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.TraderRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a person sees of a comparison with the venue. */
@Tag("N7")
@Tag("B11")
class ReconcileScreensTest {
  private final FakeTrader demo = new FakeTrader(Snapshots.of("demo").build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  @Test
  void listsWhatDiffersAndWhatIsDoneAboutIt() {
    demo.differing(
        new Discrepancy(
            new AccountId("main"),
            "order demo-ema-3-1",
            "ACCEPTED, filled 0",
            "FILLED, filled 0.01",
            "taken over"));

    String screen = terminal.run("trader:reconcile demo");

    assertThat(screen)
        .isEqualTo(
            """
            Account  What                Ours                Venue                Action
            -------  ------------------  ------------------  -------------------  ----------
            main     order demo-ema-3-1  ACCEPTED, filled 0  FILLED, filled 0.01  taken over
            """);
    assertThat(demo.asked()).containsExactly("APPLY shell:karaf");
  }

  @Test
  void saysThatTheBooksAgree() {
    String screen = terminal.run("trader:reconcile demo --dry-run");

    assertThat(screen).isEqualTo("The books and the venue agree.\n");
    assertThat(demo.asked()).containsExactly("LOOK shell:karaf");
  }

  @Test
  void takesTheVenuesWordOnlyWhenSomebodySaysYes() {
    String refused = terminal.answering("n").run("trader:reconcile demo --accept");
    String done = terminal.run("trader:reconcile demo --accept --yes");

    assertThat(refused).contains("This takes the venue's word for every balance and position");
    assertThat(done).isEqualTo("The books and the venue agree.\n");
    assertThat(demo.asked()).containsExactly("ACCEPT shell:karaf");
  }

  @Test
  void doesNotLookAndAcceptAtOnce() {
    String screen = terminal.run("trader:reconcile demo --dry-run --accept");

    assertThat(screen)
        .contains("--dry-run changes nothing and --accept takes everything: give one.");
    assertThat(demo.asked()).isEmpty();
  }
}
