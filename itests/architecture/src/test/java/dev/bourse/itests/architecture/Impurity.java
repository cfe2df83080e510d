package dev.bourse.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

/** The ways in which a decision could depend on more than its input. */
final class Impurity {
  private static final Set<String> SALTED_FACTORIES = Set.of("of", "ofEntries", "copyOf");
  private static final Set<String> HASHING_COLLECTORS =
      Set.of(
          "toSet",
          "toUnmodifiableSet",
          "toMap",
          "toUnmodifiableMap",
          "groupingBy",
          "toConcurrentMap",
          "groupingByConcurrent");
  private static final Set<String> ITERATIONS =
      Set.of("keySet", "values", "entrySet", "forEach", "iterator", "stream", "toArray");

  /** Exact by their specification, so equal on every machine. */
  private static final Set<String> EXACT_MATH =
      Set.of(
          "abs",
          "absExact",
          "addExact",
          "ceil",
          "ceilDiv",
          "copySign",
          "decrementExact",
          "floor",
          "floorDiv",
          "floorMod",
          "fma",
          "getExponent",
          "incrementExact",
          "max",
          "min",
          "multiplyExact",
          "multiplyFull",
          "multiplyHigh",
          "negateExact",
          "nextAfter",
          "nextDown",
          "nextUp",
          "rint",
          "round",
          "scalb",
          "signum",
          "sqrt",
          "subtractExact",
          "toIntExact",
          "ulp",
          "unsignedMultiplyHigh");

  private Impurity() {}

  static DescribedPredicate<JavaAccess<?>> clock() {
    return target(
        "a clock",
        (owner, name) ->
            owner.isAssignableTo(java.time.Clock.class)
                || (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                || (owner.isEquivalentTo(System.class)
                    && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || (owner.isAssignableTo(java.util.Date.class) && name.equals("<init>"))
                || (owner.isAssignableTo(java.util.Calendar.class) && name.equals("getInstance")));
  }

  static DescribedPredicate<JavaAccess<?>> chance() {
    return target(
        "a source of chance",
        (owner, name) ->
            owner.isAssignableTo(Random.class)
                || owner.isAssignableTo(SplittableRandom.class)
                || owner.isAssignableTo(ThreadLocalRandom.class)
                || owner.getPackageName().startsWith("java.util.random")
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || (owner.isEquivalentTo(StrictMath.class) && name.equals("random"))
                || (owner.isEquivalentTo(System.class) && name.equals("identityHashCode")));
  }

  static DescribedPredicate<JavaClass> threads() {
    return describe(
        "threads and their tools",
        type ->
            type.isAssignableTo(Thread.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(java.util.Timer.class)
                || (type.getPackageName().startsWith("java.util.concurrent")
                    && !type.isEquivalentTo(TimeUnit.class)
                    && !type.isAssignableTo(ConcurrentModificationException.class)));
  }

  static DescribedPredicate<JavaClass> inputAndOutput() {
    return describe(
        "files, sockets and processes",
        type ->
            type.getPackageName().startsWith("java.nio.file")
                || type.getPackageName().startsWith("java.nio.channels")
                || type.getPackageName().startsWith("java.net")
                || type.getPackageName().startsWith("java.sql")
                || isFile(type)
                || type.isEquivalentTo(ProcessBuilder.class)
                || type.isEquivalentTo(Process.class));
  }

  static DescribedPredicate<JavaAccess<?>> parallelStreams() {
    return target(
        "a parallel stream",
        (owner, name) ->
            (owner.isAssignableTo(BaseStream.class) && name.equals("parallel"))
                || (owner.isAssignableTo(Collection.class) && name.equals("parallelStream"))
                || name.startsWith("parallelSort")
                || name.startsWith("parallelPrefix")
                || name.startsWith("parallelSetAll"));
  }

  static DescribedPredicate<JavaAccess<?>> hashOrder() {
    return target(
        "a collection whose order is not its content's",
        (owner, name) ->
            (owner.isEquivalentTo(Set.class) && SALTED_FACTORIES.contains(name))
                || (owner.isEquivalentTo(Map.class) && SALTED_FACTORIES.contains(name))
                || (owner.isEquivalentTo(Collectors.class) && HASHING_COLLECTORS.contains(name))
                || (isHashTable(owner) && ITERATIONS.contains(name)));
  }

  static DescribedPredicate<JavaAccess<?>> platformMath() {
    return target(
        "mathematics that may differ between machines (use StrictMath)",
        (owner, name) -> owner.isEquivalentTo(Math.class) && !EXACT_MATH.contains(name));
  }

  private static boolean isFile(JavaClass type) {
    return type.getPackageName().equals("java.io")
        && (type.getSimpleName().startsWith("File")
            || type.getSimpleName().equals("RandomAccessFile"));
  }

  private static boolean isHashTable(JavaClass owner) {
    return owner.isEquivalentTo(HashMap.class)
        || owner.isEquivalentTo(HashSet.class)
        || owner.isEquivalentTo(IdentityHashMap.class)
        || owner.isEquivalentTo(WeakHashMap.class);
  }

  private static DescribedPredicate<JavaAccess<?>> target(String what, Use use) {
    return describe(
        "the target is " + what,
        access -> {
          AccessTarget target = access.getTarget();
          return use.matches(target.getOwner(), target.getName());
        });
  }

  /** One use of a member. */
  private interface Use {
    boolean matches(JavaClass owner, String member);
  }
}
