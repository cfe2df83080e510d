package dev.bourse.data.binance;

import dev.bourse.api.data.DataException;
import dev.bourse.data.binance.http.Web;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Brings published files into a folder, whole and with the right checksum. A file that is under way
 * is called {@code .part} and goes on where it was.
 */
final class Published {
  private static final int ATTEMPTS = 3;
  private static final int DIGITS = 64;

  private final Web web;
  private final String base;
  private final Path folder;

  Published(Web web, String base, Path folder) {
    this.web = web;
    this.base = base;
    this.folder = folder;
  }

  /**
   * Brings a file; empty if it is not published.
   *
   * @param path where it is, below the archive's address
   */
  Optional<Path> bring(String path, LongConsumer progress) throws InterruptedException {
    URI address = URI.create(base + path);
    Optional<String> sums = web.text(URI.create(base + path + ".CHECKSUM"));
    if (sums.isEmpty()) {
      return Optional.empty();
    }
    String wanted = sum(address, sums.get());
    String name = path.substring(path.lastIndexOf('/') + 1);
    Path whole = folder.resolve(name);
    Path part = folder.resolve(name + ".part");
    try {
      Files.createDirectories(folder);
      return bring(address, wanted, whole, part, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(part + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Optional<Path> bring(
      URI address, String wanted, Path whole, Path part, LongConsumer progress)
      throws IOException, InterruptedException {
    String found = "";
    for (int i = 0; i < ATTEMPTS; i++) {
      boolean there = Files.exists(part) && sha256(part).equals(wanted);
      if (!there && !web.file(address, part, progress)) {
        return Optional.empty();
      }
      found = sha256(part);
      if (found.equals(wanted)) {
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(whole);
      }
      Files.delete(part);
    }
    throw new DataException(
        address
            + " has the SHA-256 "
            + found
            + ", but the file .CHECKSUM beside it says "
            + wanted
            + ", "
            + ATTEMPTS
            + " times; try again later");
  }

  private static String sum(URI address, String text) {
    String sum = text.strip().split("\\s+", -1)[0].toLowerCase(Locale.ROOT);
    if (sum.length() != DIGITS || !sum.matches("[0-9a-f]+")) {
      throw new DataException(address + ".CHECKSUM does not hold a SHA-256");
    }
    return sum;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
