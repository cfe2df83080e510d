package dev.bourse.core.codec;

import dev.bourse.api.model.AccountRights;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.Optional;

/** What keys may do as bytes. */
public final class RightsCodec {
  private static final int UNSAID = 2;

  private RightsCodec() {}

  /** Writes the rights of a key. */
  public static void write(StateWriter out, AccountRights rights) {
    out.putBoolean(rights.trades());
    out.putByte(said(rights.withdraws())).putByte(said(rights.bound()));
  }

  /** Reads what {@link #write} wrote. */
  public static AccountRights read(StateReader in) {
    return new AccountRights(in.getBoolean(), said(in), said(in));
  }

  private static int said(Optional<Boolean> right) {
    return right.map(yes -> yes ? 1 : 0).orElse(UNSAID);
  }

  private static Optional<Boolean> said(StateReader in) {
    int said = in.getByte();
    return said == UNSAID ? Optional.empty() : Optional.of(said != 0);
  }
}
