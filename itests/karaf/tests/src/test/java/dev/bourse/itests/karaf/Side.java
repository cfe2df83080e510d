package dev.bourse.itests.karaf;

import org.osgi.framework.FrameworkUtil;

/** The two places where a test class is loaded. */
enum Side {
  /** Maven's process: boots containers, forwards tests. */
  BUILD,
  /** The container: runs tests. */
  CONTAINER;

  static Side here() {
    return FrameworkUtil.getBundle(Side.class) == null ? BUILD : CONTAINER;
  }
}
