package dev.bourse.api.backtest;

import java.nio.file.Path;
import java.util.Map;

/**
 * A result on disk.
 *
 * @param id its id
 * @param title strategy, data, instruments and bar in one line
 * @param statistics name to value as text
 * @param directory where {@code orders.csv}, {@code fills.csv}, {@code equity.csv}, {@code
 *     result.txt} and {@code report.html} are
 */
public record BacktestSummary(
    String id, String title, Map<String, String> statistics, Path directory) {}
