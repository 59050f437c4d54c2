package org.sipsleuth.dialog.leg;

/// Two dialogs that seem to be legs of one call.
///
/// @param first the one that began earlier
/// @param second the other one
/// @param confidence how sure that is, from 0 to 1: of links with 0.9, about nine in ten are right
///     where it was measured (docs/LEGS.md)
public record LegLink(int first, int second, double confidence) {

    /// The other end.
    public int other(int dialog) {
        return dialog == first ? second : first;
    }
}
