/**
 * The smallest venue that there can be, in memory, and an adapter for it: what
 * docs/exchange-adapter.md shows. The kit proves the adapter, and its sabotaged forms prove the
 * kit.
 */
@org.jspecify.annotations.NullMarked
package dev.bourse.testkit.exchange.example;
