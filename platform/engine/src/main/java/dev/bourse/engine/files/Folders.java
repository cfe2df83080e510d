package dev.bourse.engine.files;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.persistence.Retention;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where state lives below the installation's {@code var}: {@code traders/<name>/store}, {@code
 * venues/<account>}, {@code alerts}, {@code farewell.txt}.
 *
 * @param var the root
 */
public record Folders(Path var) {
  /** The store of a trader. */
  public StoreSpec trader(TraderId trader, Retention retention) {
    return StoreSpec.of(trader.value(), traderFolder(trader).resolve("store")).keeping(retention);
  }

  /** The store of an account's simulated venue. */
  public StoreSpec venue(AccountId account) {
    return StoreSpec.of(account.value(), var.resolve("venues").resolve(account.value()));
  }

  /** What a trader's emergency sent after its journal had failed. */
  public Path emergency(TraderId trader) {
    return traderFolder(trader).resolve("emergency.log");
  }

  /** Where alert channels keep how far they are. */
  public Path alerts() {
    return var.resolve("alerts");
  }

  /** What an orderly stop left at the venues, a sentence per trader, for whoever stopped us. */
  public Path farewell() {
    return var.resolve("farewell.txt");
  }

  private Path traderFolder(TraderId trader) {
    return var.resolve("traders").resolve(trader.value());
  }

  /**
   * How many events of the feed came before the trader's own count began: decided and written down
   * when it has counted nothing, read later.
   */
  public long feedOffset(TraderId trader, long counted, long remembered) {
    Path file = traderFolder(trader).resolve("feed-offset");
    try {
      if (counted > 0) {
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
      }
      replace(file, remembered + "\n");
      return remembered;
    } catch (IOException | NumberFormatException e) {
      throw new StoreException(
          file + " cannot be read or written: " + e.getMessage() + "; make the folder writable", e);
    }
  }

  /** Writes a small file whole or not at all. */
  public static void replace(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path next = file.resolveSibling("." + file.getFileName() + ".new");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
