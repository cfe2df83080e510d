package dev.bourse.backtest.run;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.model.OmsType;
import dev.bourse.backtest.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The id of a run: the same specification, data and versions give the same one. */
public final class RunId {
  private static final int LENGTH = 16;

  private RunId() {}

  /** The id of a run over data of that hash. */
  public static String of(Plan plan, String dataHash) {
    return of(plan.spec(), plan.versions(), dataHash);
  }

  /** The id of a run by parts of these versions over data of that hash. */
  public static String of(BacktestSpec spec, List<String> versions, String dataHash) {
    String text =
        String.join(
            "\n",
            "strategy=" + spec.strategy(),
            "parameters=" + spec.parameters(),
            "data=" + spec.data(),
            "instruments=" + spec.instruments(),
            oms(spec)
                + "bar="
                + spec.bar()
                + (spec.warmUp().isEmpty() ? "" : " after " + spec.warmUp()),
            "from=" + spec.from(),
            "to=" + spec.to(),
            "cash=" + spec.cash(),
            "exchange=" + spec.exchange(),
            "risk=" + spec.risk(),
            "hash=" + dataHash,
            "versions=" + versions);
    return sha256(text).substring(0, LENGTH);
  }

  private static String oms(BacktestSpec spec) {
    return spec.oms() == OmsType.HEDGING ? "oms=" + spec.oms() + "\n" : "";
  }

  /** SHA-256 of a text, lower-case hex. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
