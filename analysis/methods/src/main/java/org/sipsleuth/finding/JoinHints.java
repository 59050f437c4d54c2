package org.sipsleuth.finding;

import java.util.Set;

/// What decides whether two observations are one attack from several hosts.
///
/// @param how by what means: the method `REGISTER`; empty where it does not matter
/// @param tried the users that were tried, as written; empty where it does not matter
/// @param count how many attempts there were
public record JoinHints(String how, Set<String> tried, int count) {

    /// Takes a copy.
    public JoinHints {
        tried = Set.copyOf(tried);
    }
}
