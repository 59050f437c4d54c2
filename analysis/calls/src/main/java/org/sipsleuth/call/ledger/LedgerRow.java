package org.sipsleuth.call.ledger;

/// The calls of one account to one destination range.
///
/// @param account the caller, as a number of the records' users
/// @param name its name
/// @param firstNanos when the first of them begins, in ns since the epoch
/// @param lastNanos when the last of them begins
/// @param longestMillis how long the longest of them lasted, in ms; 0 if none was answered
/// @param peak its most simultaneous calls, to this range only
/// @param calls all of them
/// @param isNew whether the range is new for the account: its first call ever to the range, which
///     is one of these, came after [Ledger#FEWEST_EARLIER_CALLS] or more calls to others on
///     [Ledger#FEWEST_EARLIER_DAYS] or more earlier days (UTC). Never for internal callees
public record LedgerRow(int account, String name, DestinationRange range, LedgerSums sums, long firstNanos,
        long lastNanos, long longestMillis, CallPeak peak, CallNumbers calls, boolean isNew) {}
