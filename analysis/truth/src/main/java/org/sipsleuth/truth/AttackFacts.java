package org.sipsleuth.truth;

/// What a truth sums up of an attack.
///
/// @param fromNanos the time of its first message in ns since the epoch; 0 if it has none
/// @param toNanos the time of its last message
/// @param messages how many messages it has
public record AttackFacts(Attack attack, long fromNanos, long toNanos, long messages) {}
