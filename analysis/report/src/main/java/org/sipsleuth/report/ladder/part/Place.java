package org.sipsleuth.report.ladder.part;

/// Where an arrow is.
///
/// @param from the lifeline it comes from
/// @param to the lifeline it goes to; the same if a host talks to itself
/// @param left where lifelines begin: no label reaches beyond
/// @param right where they end
/// @param top of its row
public record Place(double from, double to, double left, double right, double top) {

    boolean isLoop() {
        return from == to;
    }
}
