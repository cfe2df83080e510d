package dev.bourse.data.binance;

import dev.bourse.api.data.ArchiveRequest;
import dev.bourse.api.data.DataArchive.Sink;
import dev.bourse.api.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One fetch: whole months as one file each, other days one by one, REST where no file is yet. */
final class Fetching {
  private final Published published;
  private final Rest rest;
  private final Path folder;
  private final ArchiveRequest request;
  private final Series series;
  private final Sink sink;
  private long now;
  private LocalDate first = LocalDate.EPOCH;
  private LocalDate end = LocalDate.EPOCH;

  Fetching(Published published, Rest rest, Path folder, ArchiveRequest request, Sink sink) {
    this.published = published;
    this.rest = rest;
    this.folder = folder;
    this.request = request;
    this.series = new Series(request.symbol(), request.what());
    this.sink = sink;
  }

  void run() throws InterruptedException {
    bounds();
    LocalDate day = first;
    while (day.isBefore(end)) {
      LocalDate next = day.plusMonths(1);
      boolean month = day.getDayOfMonth() == 1 && !next.isAfter(end);
      if (month && (isStored(YearMonth.from(day)) || monthly(YearMonth.from(day), day))) {
        day = next;
      } else if (isStored(day) || daily(day) || tail(day)) {
        day = day.plusDays(1);
      } else {
        return;
      }
    }
  }

  /** From the listing to now, at most. */
  private void bounds() throws InterruptedException {
    sink.progress("asking for the time", 0);
    now = rest.now();
    long listed = rest.listed(series.symbol());
    if (listed < 0) {
      throw new DataException("Binance has no data of " + series.symbol());
    }
    first = day(request.from() == Long.MIN_VALUE ? listed : millis(request.from()));
    if (first.isBefore(day(listed))) {
      if (request.from() != Long.MIN_VALUE) {
        sink.note(series.symbol() + " has data from " + day(listed) + " on");
      }
      first = day(listed);
    }
    long wanted = request.to() == Long.MAX_VALUE ? now : Math.min(now, millis(request.to()));
    end = day(wanted - 1).plusDays(1);
  }

  private boolean monthly(YearMonth month, LocalDate begin) throws InterruptedException {
    return bring(series.path("monthly", month), series.file(month), begin, month.lengthOfMonth());
  }

  private boolean daily(LocalDate day) throws InterruptedException {
    return bring(series.path("daily", day), series.file(day), day, 1);
  }

  private boolean bring(String path, String name, LocalDate begin, int days)
      throws InterruptedException {
    sink.progress(name, share(begin));
    Optional<Path> file =
        published.bring(
            path, bytes -> sink.progress(name + " " + bytes / 1024 + " KiB", share(begin)));
    if (file.isEmpty()) {
      return false;
    }
    store(file.get());
    sink.progress(name, share(begin.plusDays(days)));
    return true;
  }

  /** A day that has no file yet; false where REST cannot help either. */
  private boolean tail(LocalDate day) throws InterruptedException {
    if (!series.isBars()) {
      sink.note(
          series.file(day) + " is not published yet; call again later, it goes on from there");
      return false;
    }
    long from = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    long until = from + TimeUnit.DAYS.toMillis(1);
    String name = series.restFile(day);
    if (until > now) {
      name = name.replace(".rest.csv", ".rest-" + now + ".csv");
    }
    sink.progress(name, share(day));
    Path target = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      if (rest.bars(series, from, until, now, target)) {
        store(target);
      } else {
        Files.deleteIfExists(target);
        sink.note(series.symbol() + " has no bars of " + day);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be written: " + e.getMessage(), e);
    }
    return true;
  }

  private void store(Path file) throws InterruptedException {
    sink.file(file, series.format());
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be removed: " + e.getMessage(), e);
    }
  }

  private boolean isStored(YearMonth month) {
    if (request.stored().contains(series.file(month))) {
      return true;
    }
    for (int i = 1; i <= month.lengthOfMonth(); i++) {
      if (!isStoredByItself(month.atDay(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isStored(LocalDate day) {
    return isStoredByItself(day) || request.stored().contains(series.file(YearMonth.from(day)));
  }

  private boolean isStoredByItself(LocalDate day) {
    return request.stored().contains(series.file(day))
        || request.stored().contains(series.restFile(day));
  }

  private double share(LocalDate reached) {
    double all = Math.max(1, ChronoUnit.DAYS.between(first, end));
    return Math.min(1, ChronoUnit.DAYS.between(first, reached) / all);
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  private static LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
