package dev.bourse.persistence.mapdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs that follow each other across segments: a part of the journal without a gap.
 *
 * @param links the runs, each with the segment that it is in
 */
record Chain(List<Link> links) {
  /**
   * A run and where it is.
   *
   * @param scan the segment
   * @param run the run
   */
  record Link(SegmentScan scan, Run run) {
    /** Whether it begins where its segment begins. */
    boolean isAtStart() {
      return run.start() == scan.header().start();
    }

    /** Whether an earlier repair says that the chain starts anew here. */
    boolean isRestart() {
      return isAtStart() && scan.header().restart();
    }
  }

  /** The chains of all segments, in the order of their numbers. */
  static List<Chain> of(List<SegmentScan> scans) {
    List<Chain> chains = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (SegmentScan scan : scans) {
      for (Run run : scan.runs()) {
        Link link = new Link(scan, run);
        if (!links.isEmpty() && !follows(links.get(links.size() - 1), link)) {
          chains.add(new Chain(links));
          links = new ArrayList<>();
        }
        links.add(link);
      }
    }
    if (!links.isEmpty()) {
      chains.add(new Chain(links));
    }
    return chains;
  }

  /** Keeps its own copy of the list. */
  Chain {
    links = List.copyOf(links);
  }

  private static boolean follows(Link before, Link link) {
    return before.scan().number() != link.scan().number()
        && link.isAtStart()
        && !link.isRestart()
        && before.run().isFollowedBy(link.run());
  }

  Link firstLink() {
    return links.get(0);
  }

  Link lastLink() {
    return links.get(links.size() - 1);
  }

  /** The sequence before its first entry. */
  long before() {
    return firstLink().run().before();
  }

  /** Its last sequence. */
  long last() {
    return lastLink().run().last();
  }

  /** The last sequence that any of its frames says was forced. */
  long forced() {
    return links.stream().mapToLong(link -> link.run().forced()).max().orElse(-1);
  }

  /** The part of it in a segment, if any. */
  Optional<Run> in(SegmentScan scan) {
    return links.stream()
        .filter(link -> link.scan().number() == scan.number())
        .map(Link::run)
        .findFirst();
  }
}
