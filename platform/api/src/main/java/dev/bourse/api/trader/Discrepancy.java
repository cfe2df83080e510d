package dev.bourse.api.trader;

import dev.bourse.api.model.AccountId;

/**
 * Something that a trader's books and its venue tell differently.
 *
 * @param account the account
 * @param subject what it is about, {@code order demo-ema-3-17}, {@code position BTCUSDT.BINANCE}
 * @param ours what the books say
 * @param venue what the venue says
 * @param action what is, or would be, done about it
 */
public record Discrepancy(
    AccountId account, String subject, String ours, String venue, String action) {}
