package org.sipsleuth.truth;

import java.time.LocalDate;

/// The days (UTC) of an attack on a user, or by one.
///
/// @param from the first day with calls of the attack
/// @param full the first day on which the attack has its maximum rate
/// @param to the last day with calls of the attack
public record MisuseDays(LocalDate from, LocalDate full, LocalDate to) {}
