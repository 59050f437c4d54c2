package org.sipsleuth.call.ledger;

/// All calls made by one account.
///
/// @param account the caller, as a number of the records' users
/// @param name its name
/// @param ranges how many destination ranges it called
/// @param newRanges how many of them are new for it
/// @param peak its most simultaneous calls, to whatever ranges
public record LedgerAccount(int account, String name, LedgerSums sums, int ranges, int newRanges, CallPeak peak) {}
