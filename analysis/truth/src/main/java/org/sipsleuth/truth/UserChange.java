package org.sipsleuth.truth;

import java.time.LocalDate;

/// A legitimate change of how a user telephones, such as another job.
///
/// @param date the first day (UTC) of the change
/// @param kind what changes: `more_calls`, `fewer_calls`, `role`, `department`
/// @param department the group from that day on
/// @param role what it does with its telephone from that day on
public record UserChange(LocalDate date, String kind, String department, String role) {}
